//! What problems need to be put into words.

use report::{Edit, Report};
use source::{FileId, Location, Name, Span};
use syntax::ast::{BinaryOp, Target};

use crate::checked::Checked;
use crate::types::{Printer, Ty};

/// One kind of problem.
pub trait Kind {
    /// Where it is.
    fn span(&self) -> Span;

    /// The problem in words.
    fn report(&self, words: &Words<'_>) -> Report;
}

/// A checked module, and the file it is in.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    checked: &'a Checked,
    file: FileId,
}

impl<'a> Words<'a> {
    /// For the problems of a module.
    pub fn new(checked: &'a Checked, file: FileId) -> Self {
        Self { checked, file }
    }

    /// A place in the module's file.
    pub fn at(&self, span: Span) -> Location {
        Location {
            file: self.file,
            span,
        }
    }

    /// The repair that replaces some text.
    pub fn replace(&self, span: Span, text: &str) -> Edit {
        Edit {
            location: self.at(span),
            text: text.to_owned(),
        }
    }

    /// A type as the module would write it.
    pub fn ty(&self, ty: Ty) -> String {
        self.printer().print(ty)
    }

    /// Two types; unknown parts that are the same have the same letter.
    pub fn two(&self, first: Ty, second: Ty) -> (String, String) {
        let mut printer = self.printer();
        printer.reserve(second);
        let first = printer.print(first);
        (first, printer.print(second))
    }

    /// Prints several types with the same letters.
    pub fn printer(&self) -> Printer<'a> {
        let tables = &self.checked.tables;
        Printer::new(&tables.types, &self.checked.spelling, &tables.type_names)
    }
}

/// A suggestion, or what to do without one.
pub(super) fn or_else(nearest: Option<Name>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("Did you mean `{nearest}`?"),
        None => otherwise.to_owned(),
    }
}

/// How many other places of a name are shown.
const SHOWN: usize = 3;

/// A problem with a name, shown in other places too; what it may be a slip of is the repair.
pub(super) fn unknown_name(
    mut report: Report,
    words: &Words<'_>,
    places: (Span, &[Span]),
    name: Name,
    nearest: Option<&str>,
) -> Report {
    let (first, others) = places;
    for other in others.iter().take(SHOWN) {
        report = report.also(words.at(*other), "here too");
    }
    if others.len() > SHOWN {
        let more = count(others.len() - SHOWN, "more place");
        report.text.push_str(&format!("\n\nIt is used in {more}."));
    }
    let Some(nearest) = nearest else {
        return report;
    };
    // What qualifies the name stands before it.
    let edit = |span: &Span| {
        let start = span.end.saturating_sub(name.len() as u32);
        words.replace(Span::new(start, span.end), nearest)
    };
    let edits = std::iter::once(&first).chain(others).map(edit).collect();
    report.fix(format!("Write `{nearest}`"), edits)
}

/// `1 argument`, `2 arguments`
pub(super) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// `` `a`, `b` ``
pub(super) fn list(names: &[Name]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// How a target is called.
pub(super) fn target_name(target: Target) -> &'static str {
    match target {
        Target::Erlang => "Erlang",
        Target::JavaScript => "JavaScript",
    }
}

/// How an operator is written.
pub(super) fn symbol(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Or => "||",
        BinaryOp::And => "&&",
        BinaryOp::Equal => "==",
        BinaryOp::NotEqual => "!=",
        BinaryOp::LessInt => "<",
        BinaryOp::LessEqualInt => "<=",
        BinaryOp::GreaterInt => ">",
        BinaryOp::GreaterEqualInt => ">=",
        BinaryOp::LessFloat => "<.",
        BinaryOp::LessEqualFloat => "<=.",
        BinaryOp::GreaterFloat => ">.",
        BinaryOp::GreaterEqualFloat => ">=.",
        BinaryOp::Concat => "<>",
        BinaryOp::AddInt => "+",
        BinaryOp::SubInt => "-",
        BinaryOp::MulInt => "*",
        BinaryOp::DivInt => "/",
        BinaryOp::RemInt => "%",
        BinaryOp::AddFloat => "+.",
        BinaryOp::SubFloat => "-.",
        BinaryOp::MulFloat => "*.",
        BinaryOp::DivFloat => "/.",
    }
}
