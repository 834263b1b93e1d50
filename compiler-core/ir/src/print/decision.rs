use super::{Doc, Printer};
use crate::node::{Decision, DecisionId, MatchSegment, SegmentLiteral, Test};

impl<'a> Printer<'a> {
    pub(super) fn decision(&self, id: DecisionId) -> Doc<'a> {
        source::grow(|| self.decision_kind(&self.module.decisions[id]))
    }

    fn decision_kind(&self, decision: &'a Decision) -> Doc<'a> {
        match decision {
            Decision::Fail => self.text("fail"),
            Decision::Arm { index, args } => {
                let args = args.iter().map(|arg| self.local(*arg)).collect();
                self.text(format!("arm {index}")) + self.arguments(args)
            }
            Decision::Guard {
                bindings,
                condition,
                then,
                otherwise,
            } => {
                let mut lines: Vec<_> = bindings
                    .iter()
                    .map(|(local, value)| {
                        self.local(*local) + self.text(" = ") + self.local(*value)
                    })
                    .collect();
                lines.push(self.text("then ") + self.decision(*then));
                lines.push(self.text("else ") + self.decision(*otherwise));
                let head = self.text("if ") + self.expr(*condition);
                head + self.text(" ") + self.braced(lines)
            }
            Decision::Switch {
                subject,
                branches,
                otherwise,
            } => {
                let mut lines: Vec<_> = branches
                    .iter()
                    .map(|branch| {
                        let test = self.test(&branch.test) + self.text(" -> ");
                        test + self.decision(branch.then)
                    })
                    .collect();
                let otherwise = otherwise.map(|otherwise| self.decision(otherwise));
                lines.extend(otherwise.map(|otherwise| self.text("else -> ") + otherwise));
                let head = self.text("switch ") + self.local(*subject);
                head + self.text(" ") + self.braced(lines)
            }
            Decision::Tuple {
                subject,
                items,
                then,
            } => {
                let items = items.iter().map(|item| self.optional(*item)).collect();
                let head = self.enclosed("let #(", items, ") = ") + self.local(*subject);
                head + self.text(" in ") + self.decision(*then)
            }
            Decision::Bind { local, value, then } => {
                let head = self.text("let ") + self.local(*local) + self.text(" = ");
                head + self.expr(*value) + self.text(" in ") + self.decision(*then)
            }
        }
    }

    fn test(&self, test: &'a Test) -> Doc<'a> {
        match test {
            Test::Int(digits) => self.text(digits.as_str()),
            Test::Float(value) => self.text(format!("{value:?}")),
            Test::String(text) => self.text(format!("{text:?}")),
            Test::StringPrefix { prefix, rest } => {
                self.text(format!("{prefix:?} <> ")) + self.optional(*rest)
            }
            Test::Variant {
                constructor,
                fields,
            } => {
                let fields = fields.iter().map(|field| self.optional(*field)).collect();
                self.constructor(constructor) + self.arguments(fields)
            }
            Test::EmptyList => self.text("[]"),
            Test::NonEmptyList { head, tail } => {
                let tail = self.text("..") + self.optional(*tail);
                self.enclosed("[", vec![self.optional(*head), tail], "]")
            }
            Test::BitArray(segments) => {
                let segments = segments.iter().map(|segment| self.segment(segment));
                self.enclosed("<<", segments.collect(), ">>")
            }
        }
    }

    fn segment(&self, segment: &MatchSegment) -> Doc<'a> {
        let value = match (&segment.literal, segment.bind) {
            (None, bind) => self.optional(bind),
            (Some(literal), None) => self.literal(literal),
            (Some(literal), Some(bind)) => {
                self.literal(literal) + self.text(" as ") + self.local(bind)
            }
        };
        value + self.layout(segment.kind, segment.size, segment.unit)
    }

    fn literal(&self, literal: &SegmentLiteral) -> Doc<'a> {
        match literal {
            SegmentLiteral::Int(digits) => self.text(digits.as_str()),
            SegmentLiteral::Float(value) => self.text(format!("{value:?}")),
            SegmentLiteral::String(text) => self.text(format!("{text:?}")),
        }
    }
}
