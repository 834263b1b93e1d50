//! What bit array patterns say, bit by bit, so that they can be compared.
//!
//! A pattern is a set of facts about its value: a length, the value of single bits, and readings
//! that must succeed (a float that is finite, a code point that is valid). One pattern implies
//! another if its facts include those of the other. Offsets are sums of a number and of symbols;
//! each symbol stands for a size that is known at run time only, named by what it depends on, so
//! that `<<n, a:size(n)>>` and `<<m, b:size(m)>>` have the same one.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use source::Name;
use syntax::ast::{self, BinaryOp, ExprId, ExprKind, PatternId, PatternKind, Stmt};

use crate::checked::{LocalId, PatternResolution, Resolution, SegmentLayout, SegmentSize, Tables};
use crate::interface::{ConstValue, Endianness as ConstEndianness, SegmentKind};
use crate::literal;

/// Literals of more bits are compared as a whole.
const MAX_BITS: u64 = 1024;

/// The facts of the bit array patterns of a module, computed when they are asked for.
pub(super) struct Layouts<'a> {
    module: &'a ast::Module,
    tables: &'a Tables,
    known: HashMap<PatternId, Rc<Layout>>,
    /// Numbers for the symbols that offsets depend on.
    symbols: RefCell<HashMap<Symbols, u32>>,
}

/// The facts of one pattern.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Layout {
    /// How each segment is read, whatever it must hold.
    readings: Vec<String>,
    length: Length,
    /// What is known of the value's bits, by the number of the symbols before them and the place of
    /// the word.
    words: BTreeMap<(u32, u64), Word>,
    checks: BTreeSet<String>,
    impossible: bool,
}

/// Some of 64 bits.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Word {
    /// Which bits are known.
    known: u64,
    /// Their values; the others are zero.
    bits: u64,
}

/// Run-time sizes that add up, sorted.
type Symbols = Rc<[String]>;

/// A distance from the start.
#[derive(Debug, Clone, PartialEq)]
struct Offset {
    symbols: Symbols,
    bits: u64,
}

impl Default for Offset {
    fn default() -> Self {
        Self {
            symbols: Rc::from([]),
            bits: 0,
        }
    }
}

#[derive(Debug, Default, PartialEq)]
struct Length {
    /// Where the sized segments end.
    end: Offset,
    /// If more may follow: in multiples of how many bits.
    rest: Option<u64>,
}

impl<'a> Layouts<'a> {
    pub(super) fn new(module: &'a ast::Module, tables: &'a Tables) -> Self {
        Self {
            module,
            tables,
            known: HashMap::new(),
            symbols: RefCell::default(),
        }
    }

    /// The facts of a bit array pattern.
    pub(super) fn get(&mut self, pattern: PatternId) -> Rc<Layout> {
        if let Some(known) = self.known.get(&pattern) {
            return known.clone();
        }
        let layout = Rc::new(self.compute(pattern));
        self.known.insert(pattern, layout.clone());
        layout
    }

    fn number_of(&self, symbols: &Symbols) -> u32 {
        let mut numbers = self.symbols.borrow_mut();
        let next = numbers.len() as u32;
        *numbers.entry(symbols.clone()).or_insert(next)
    }

    fn compute(&self, pattern: PatternId) -> Layout {
        let mut reader = Reader {
            layouts: self,
            names: HashMap::new(),
            layout: Layout::default(),
        };
        if let PatternKind::BitArray(segments) = &self.module.patterns[pattern].kind {
            for segment in segments {
                reader.segment(segment.value);
            }
        }
        reader.layout
    }
}

impl Layout {
    /// Whether every bit array matches.
    pub(super) fn is_anything(&self) -> bool {
        *self
            == Self {
                readings: self.readings.clone(),
                length: Length {
                    end: Offset::default(),
                    rest: Some(1),
                },
                ..Self::default()
            }
    }

    /// Whether a literal does not fit its segment.
    pub(super) fn is_impossible(&self) -> bool {
        self.impossible
    }

    /// Whether the segments are cut and read alike, whatever they must hold.
    pub(super) fn reads_like(&self, other: &Self) -> bool {
        self.readings == other.readings
    }

    /// Whether all that matches this also matches `other`.
    pub(super) fn implies(&self, other: &Self) -> bool {
        self.length.implies(&other.length)
            && self.checks.is_superset(&other.checks)
            && other.words.iter().all(|(at, theirs)| {
                let own = self.words.get(at).copied().unwrap_or_default();
                theirs.known & !own.known == 0 && (own.bits ^ theirs.bits) & theirs.known == 0
            })
    }

    /// Whether nothing matches both.
    pub(super) fn excludes(&self, other: &Self) -> bool {
        self.length.is_below(&other.length)
            || other.length.is_below(&self.length)
            || other.words.iter().any(|(at, theirs)| {
                let own = self.words.get(at).copied().unwrap_or_default();
                (own.bits ^ theirs.bits) & own.known & theirs.known != 0
            })
    }
}

impl Length {
    fn implies(&self, other: &Self) -> bool {
        let Some(unit) = other.rest else {
            return self == other;
        };
        let Some(more) = self.end.beyond(&other.end) else {
            return false;
        };
        let own_unit = self.rest.unwrap_or(0);
        unit == 1
            || (self.end.symbols == other.end.symbols
                && more.is_multiple_of(unit)
                && own_unit.is_multiple_of(unit))
    }

    /// Whether it is exact and less than the other can be.
    fn is_below(&self, other: &Self) -> bool {
        self.rest.is_none() && other.end.beyond(&self.end).is_some_and(|more| more > 0)
    }
}

impl Offset {
    /// How much further than `other` this is at least; nothing if that is not known.
    fn beyond(&self, other: &Self) -> Option<u64> {
        let mut own = self.symbols.iter();
        let included = other
            .symbols
            .iter()
            .all(|symbol| own.any(|found| found == symbol));
        if included {
            self.bits.checked_sub(other.bits)
        } else {
            None
        }
    }

    fn add_symbol(&mut self, symbol: String) {
        let mut symbols = self.symbols.to_vec();
        symbols.push(symbol);
        symbols.sort();
        self.symbols = symbols.into();
    }
}

/// Reads the segments of one pattern, first to last.
struct Reader<'a> {
    layouts: &'a Layouts<'a>,
    /// What the variables of earlier segments stand for.
    names: HashMap<LocalId, String>,
    layout: Layout,
}

/// How wide a segment is.
enum Width {
    Bits(u64),
    Symbol(String),
    Rest,
}

impl Reader<'_> {
    fn segment(&mut self, pattern: PatternId) {
        let Some(layout) = self.layouts.tables.matched_segments.get(&pattern) else {
            return;
        };
        let start = self.layout.length.end.clone();
        let value = self.named(pattern, &format!("{start:?}{:?}", layout.kind));
        let literal = &self.layouts.module.patterns[value].kind;
        let width = self.width(layout, literal, &start);
        let reading = match &width {
            Width::Bits(bits) => format!("{:?}:{bits}", layout.kind),
            Width::Symbol(symbol) => format!("{:?}:{symbol}", layout.kind),
            Width::Rest => format!("{:?}:rest:{}", layout.kind, layout.unit),
        };
        self.hold(layout, literal, &width, &reading);
        match width {
            Width::Bits(bits) => self.layout.length.end.bits += bits,
            Width::Symbol(symbol) => self.layout.length.end.add_symbol(symbol),
            Width::Rest => self.layout.length.rest = Some(u64::from(layout.unit.max(1))),
        }
        self.layout.readings.push(reading);
    }

    /// The pattern below the names that it gives to the segment's value.
    fn named(&mut self, mut pattern: PatternId, meaning: &str) -> PatternId {
        let (module, tables) = (self.layouts.module, self.layouts.tables);
        loop {
            if let PatternResolution::Local(local) = tables.patterns[pattern] {
                self.names.insert(local, meaning.to_owned());
            }
            let PatternKind::As { pattern: inner, .. } = module.patterns[pattern].kind else {
                return pattern;
            };
            pattern = inner;
        }
    }

    fn width(&self, layout: &SegmentLayout, literal: &PatternKind, start: &Offset) -> Width {
        match (layout.size, literal, layout.kind) {
            (SegmentSize::Fixed(size), ..) => Width::Bits(u64::from(size) * u64::from(layout.unit)),
            (SegmentSize::Expr(size), ..) => self.written_width(size, layout.unit),
            (
                SegmentSize::Natural,
                PatternKind::String(text),
                SegmentKind::Utf {
                    width, endianness, ..
                },
            ) => Width::Bits(encode(text, width, endianness).len() as u64 * 8),
            (SegmentSize::Natural, _, SegmentKind::Bits) => Width::Rest,
            (SegmentSize::Natural, _, kind) => Width::Symbol(format!("{kind:?}@{start:?}")),
        }
    }

    fn written_width(&self, size: ExprId, unit: u32) -> Width {
        match self.number(size).map(|size| u64::try_from(size * unit)) {
            Some(Ok(bits)) => Width::Bits(bits),
            _ => Width::Symbol(format!("{}*{unit}", self.name(size))),
        }
    }

    /// Records what the segment must hold.
    fn hold(
        &mut self,
        layout: &SegmentLayout,
        literal: &PatternKind,
        width: &Width,
        reading: &str,
    ) {
        let start = self.layout.length.end.clone();
        if matches!(layout.kind, SegmentKind::Float { .. }) {
            self.layout.checks.insert(format!("{start:?}{reading}"));
        }
        let bits = match (literal, width) {
            (PatternKind::Int(text), Width::Bits(width)) => self.int(*text, layout.kind, *width),
            (PatternKind::Float(text), Width::Bits(width)) => float(*text, layout.kind, *width),
            (PatternKind::String(text), _) => string(text, layout.kind),
            (PatternKind::Int(_) | PatternKind::Float(_), _) => None,
            _ => return,
        };
        let Some(bits) = bits else {
            let check = format!("{start:?}{reading}={}", spelled(literal));
            self.layout.checks.insert(check);
            return;
        };
        let symbols = self.layouts.number_of(&start.symbols);
        for (index, bit) in bits.into_iter().enumerate() {
            let at = start.bits + index as u64;
            let word = self.layout.words.entry((symbols, at / 64)).or_default();
            word.known |= 1 << (at % 64);
            word.bits |= u64::from(bit) << (at % 64);
        }
    }

    /// The bits of an integer; none if they are too many or depend on the machine.
    fn int(&mut self, text: Name, kind: SegmentKind, width: u64) -> Option<Vec<bool>> {
        let SegmentKind::Int { signed, endianness } = kind else {
            return None;
        };
        let value = literal::int(&text);
        let negative = value.sign() == Sign::Minus;
        let own = if negative {
            (-&value - 1u32).bits()
        } else {
            value.bits()
        };
        let fits = if signed {
            own < width.max(1)
        } else {
            !negative && own <= width
        };
        self.layout.impossible |= !fits;
        if !fits || width > MAX_BITS {
            return None;
        }
        let big: Vec<bool> = (0..width).rev().map(|bit| value.bit(bit)).collect();
        ordered(big, endianness)
    }

    /// The value of a size that is known now.
    fn number(&self, size: ExprId) -> Option<BigInt> {
        match &self.layouts.module.exprs[size].kind {
            ExprKind::Int(text) => Some(literal::int(text)),
            ExprKind::Block(statements) => match &statements[..] {
                [Stmt::Expr(inner)] => source::grow(|| self.number(*inner)),
                _ => None,
            },
            ExprKind::Binary {
                op, left, right, ..
            } => {
                let left = source::grow(|| self.number(*left))?;
                let right = source::grow(|| self.number(*right))?;
                calculate(*op, left, right)
            }
            _ => match &self.layouts.tables.resolutions[size] {
                Resolution::Constant { value, .. } => constant(value),
                _ => None,
            },
        }
    }

    /// A name for the value of a size: equal names mean equal values.
    fn name(&self, size: ExprId) -> String {
        if let Some(number) = self.number(size) {
            return number.to_string();
        }
        match &self.layouts.module.exprs[size].kind {
            ExprKind::Block(statements) => match &statements[..] {
                [Stmt::Expr(inner)] => source::grow(|| self.name(*inner)),
                _ => format!("{size:?}"),
            },
            ExprKind::Binary {
                op, left, right, ..
            } => {
                let left = source::grow(|| self.name(*left));
                let right = source::grow(|| self.name(*right));
                format!("({left} {op:?} {right})")
            }
            _ => match &self.layouts.tables.resolutions[size] {
                Resolution::Local(local) => match self.names.get(local) {
                    Some(meaning) => meaning.clone(),
                    None => format!("local{local:?}"),
                },
                _ => format!("{size:?}"),
            },
        }
    }
}

fn constant(value: &ConstValue) -> Option<BigInt> {
    match value {
        ConstValue::Int(text) => Some(literal::int(text)),
        ConstValue::Constant { value, .. } => source::grow(|| constant(value)),
        _ => None,
    }
}

fn calculate(op: BinaryOp, left: BigInt, right: BigInt) -> Option<BigInt> {
    let zero = right.sign() == Sign::NoSign;
    match op {
        BinaryOp::AddInt => Some(left + right),
        BinaryOp::SubInt => Some(left - right),
        BinaryOp::MulInt => Some(left * right),
        BinaryOp::DivInt => Some(if zero { right } else { left / right }),
        BinaryOp::RemInt => Some(if zero { right } else { left % right }),
        _ => None,
    }
}

fn float(text: Name, kind: SegmentKind, width: u64) -> Option<Vec<bool>> {
    let SegmentKind::Float { endianness } = kind else {
        return None;
    };
    let value = literal::float_value(&text).unwrap_or_default();
    let bytes = match width {
        64 => value.to_be_bytes().to_vec(),
        // Doubles that a float cannot hold are rounded when they are written, too.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "that is the rounding meant"
        )]
        32 => (value as f32).to_be_bytes().to_vec(),
        _ => return None,
    };
    ordered(unpack(&bytes), endianness)
}

fn string(text: &str, kind: SegmentKind) -> Option<Vec<bool>> {
    let SegmentKind::Utf {
        width, endianness, ..
    } = kind
    else {
        return None;
    };
    let bytes = encode(text, width, endianness);
    let comparable = endianness != ConstEndianness::Native || width == 8;
    (comparable && bytes.len() as u64 * 8 <= MAX_BITS).then(|| unpack(&bytes))
}

/// Puts the bits of a number, most significant first, into the order in which they are stored.
fn ordered(big: Vec<bool>, endianness: ConstEndianness) -> Option<Vec<bool>> {
    match endianness {
        ConstEndianness::Big => Some(big),
        // The lowest eight bits come first; what is left over comes last.
        ConstEndianness::Little => Some(big.rchunks(8).flatten().copied().collect()),
        ConstEndianness::Native => None,
    }
}

fn unpack(bytes: &[u8]) -> Vec<bool> {
    let bits = |byte: &u8| {
        let byte = *byte;
        (0..8).rev().map(move |bit| byte >> bit & 1 == 1)
    };
    bytes.iter().flat_map(bits).collect()
}

/// The bytes of a string in an encoding.
fn encode(text: &str, width: u8, endianness: ConstEndianness) -> Vec<u8> {
    let little = endianness == ConstEndianness::Little;
    match width {
        16 => text
            .encode_utf16()
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect(),
        32 => text
            .chars()
            .map(u32::from)
            .flat_map(|char| {
                if little {
                    char.to_le_bytes()
                } else {
                    char.to_be_bytes()
                }
            })
            .collect(),
        _ => text.as_bytes().to_vec(),
    }
}

/// The value of a literal as text.
fn spelled(literal: &PatternKind) -> String {
    match literal {
        PatternKind::Int(text) => literal::int(text).to_string(),
        PatternKind::Float(text) => literal::float_value(text).unwrap_or_default().to_string(),
        PatternKind::String(text) => text.to_string(),
        _ => String::new(),
    }
}
