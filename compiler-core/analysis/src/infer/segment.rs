//! Segments of bit arrays: their options, and the layout that follows from them.

use source::Span;
use syntax::ast::{self, ExprId, SegmentOption, SegmentOptionKind as Kind};

use crate::check::Checker;
use crate::checked::{SegmentLayout, SegmentSize};
use crate::interface::{Endianness, SegmentKind};
use crate::problem::{BadSegment, SegmentFault};
use crate::types::Ty;

/// What is wrong with an option, and where it stands.
type Fault = (Span, SegmentFault);

/// What the options of a segment say, each at most once.
#[derive(Default)]
struct Options {
    sort: Option<(Kind, Span)>,
    signed: Option<(bool, Span)>,
    endianness: Option<(Endianness, Span)>,
    size: Option<(ExprId, Span)>,
    unit: Option<(u8, Span)>,
}

/// What a literal value says where no type is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Literal {
    /// An int, or not a literal.
    Int,
    /// A float.
    Float,
    /// A string.
    String,
}

impl Checker<'_> {
    /// The layout of a segment and the type of its value: an error if the options are wrong, of
    /// which the first reason is told.
    pub(crate) fn layout(
        &mut self,
        options: &[SegmentOption],
        literal: Literal,
        in_pattern: bool,
    ) -> (SegmentLayout, Ty) {
        let mut faults = Vec::new();
        let options = read(options, &mut faults);
        self.check_options(&options, in_pattern, &mut faults);
        let (kind, natural, unit) = Self::encoding(&options, literal);
        check_encoding(&options, kind, in_pattern, &mut faults);
        let size = match options.size {
            Some((size, _)) => SegmentSize::Expr(size),
            None => natural,
        };
        if options.size.is_none()
            && let Some((_, unit_span)) = options.unit
        {
            faults.push((unit_span, SegmentFault::UnitWithoutSize));
        }
        if matches!(kind, SegmentKind::Float { .. }) {
            self.check_float_size(&options, &mut faults);
        }
        let unit = options.unit.map_or(unit, |(unit, _)| u32::from(unit));
        let ty = match faults.first() {
            Some((span, fault)) => {
                let (span, fault) = (*span, *fault);
                self.report(BadSegment { span, fault });
                Ty::ERROR
            }
            None => self.builtin(value_type(kind)),
        };
        (SegmentLayout { kind, size, unit }, ty)
    }

    fn check_options(&self, options: &Options, in_pattern: bool, faults: &mut Vec<Fault>) {
        let bytes = options.sort.filter(|(kind, _)| *kind == Kind::Bytes);
        if !in_pattern && let Some((_, span)) = options.signed {
            faults.push((span, SegmentFault::OnlyInPatterns));
        }
        if !in_pattern && let Some((_, span)) = bytes {
            faults.push((span, SegmentFault::OnlyInPatterns));
        }
        if self.on_erlang() {
            return;
        }
        if let Some((Endianness::Native, span)) = options.endianness {
            faults.push((span, SegmentFault::NativeOnJavaScript));
        }
        if in_pattern
            && let Some((kind, span)) = options.sort
            && is_codepoint(kind)
        {
            faults.push((span, SegmentFault::CodepointOnJavaScript));
        }
    }

    fn encoding(options: &Options, literal: Literal) -> (SegmentKind, SegmentSize, u32) {
        let endianness = options.endianness.map_or(Endianness::Big, |it| it.0);
        let signed = options.signed.is_some_and(|it| it.0);
        let utf = |width, codepoint| {
            let kind = SegmentKind::Utf {
                width,
                endianness,
                codepoint,
            };
            (kind, SegmentSize::Natural, 1)
        };
        let int = SegmentKind::Int { signed, endianness };
        let default = match literal {
            Literal::Int => Kind::Int,
            Literal::Float => Kind::Float,
            Literal::String => Kind::Utf8,
        };
        match options.sort.map_or(default, |it| it.0) {
            Kind::Float => (SegmentKind::Float { endianness }, SegmentSize::Fixed(64), 1),
            Kind::Bits => (SegmentKind::Bits, SegmentSize::Natural, 1),
            Kind::Bytes => (SegmentKind::Bits, SegmentSize::Natural, 8),
            Kind::Utf8 => utf(8, false),
            Kind::Utf16 => utf(16, false),
            Kind::Utf32 => utf(32, false),
            Kind::Utf8Codepoint => utf(8, true),
            Kind::Utf16Codepoint => utf(16, true),
            Kind::Utf32Codepoint => utf(32, true),
            _ => (int, SegmentSize::Fixed(8), 1),
        }
    }

    fn check_float_size(&self, options: &Options, faults: &mut Vec<Fault>) {
        let Some((size, span)) = options.size else {
            return;
        };
        let ast::ExprKind::Int(text) = &self.module.exprs[size].kind else {
            return;
        };
        if !matches!(crate::literal::small_int(text), Some(16 | 32 | 64)) {
            faults.push((span, SegmentFault::FloatSize));
        }
    }
}

fn read(written: &[SegmentOption], faults: &mut Vec<Fault>) -> Options {
    let mut options = Options::default();
    for option in written {
        let span = option.span;
        let repeated = match option.kind {
            Kind::Signed => options.signed.replace((true, span)).is_some(),
            Kind::Unsigned => options.signed.replace((false, span)).is_some(),
            Kind::Endianness(endianness) => {
                let endianness = convert(endianness);
                options.endianness.replace((endianness, span)).is_some()
            }
            Kind::Size { value, .. } => options.size.replace((value, span)).is_some(),
            Kind::Unit(unit) => options.unit.replace((unit, span)).is_some(),
            kind => options.sort.replace((kind, span)).is_some(),
        };
        if repeated {
            faults.push((span, SegmentFault::Conflict));
        }
    }
    options
}

fn check_encoding(options: &Options, kind: SegmentKind, in_pattern: bool, faults: &mut Vec<Fault>) {
    let utf8 = matches!(kind, SegmentKind::Utf { width: 8, .. });
    if let Some((_, span)) = options.endianness
        && (utf8 || kind == SegmentKind::Bits)
    {
        faults.push((span, SegmentFault::EndiannessNotAllowed));
    }
    if let Some((_, span)) = options.signed
        && in_pattern
        && !matches!(kind, SegmentKind::Int { .. })
    {
        faults.push((span, SegmentFault::SignNotAllowed));
    }
    if !matches!(kind, SegmentKind::Utf { .. }) {
        return;
    }
    if let Some((_, span)) = options.size {
        faults.push((span, SegmentFault::SizeNotAllowed));
    }
    if let Some((_, span)) = options.unit {
        faults.push((span, SegmentFault::UnitNotAllowed));
    }
}

fn is_codepoint(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Utf8Codepoint | Kind::Utf16Codepoint | Kind::Utf32Codepoint
    )
}

fn convert(endianness: ast::Endianness) -> Endianness {
    match endianness {
        ast::Endianness::Big => Endianness::Big,
        ast::Endianness::Little => Endianness::Little,
        ast::Endianness::Native => Endianness::Native,
    }
}

fn value_type(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Int { .. } => "Int",
        SegmentKind::Float { .. } => "Float",
        SegmentKind::Bits => "BitArray",
        SegmentKind::Utf {
            codepoint: true, ..
        } => "UtfCodepoint",
        SegmentKind::Utf { .. } => "String",
    }
}
