//! Documents and how they are laid out in a width.
//!
//! The algebra is that of C. Lindig, "Strictly Pretty" (2000): groups that are flat if they fit and broken if not.
//! Two things are added, as in the algebra of Elixir's formatter: [`Doc::Force`] breaks what is around it, and
//! [`Doc::Hug`] lets a group be flat although the last thing in it is broken: `f(1, [` and the elements below.

use std::borrow::Cow;

use source::Deep;
use unicode_segmentation::UnicodeSegmentation;

/// How many columns there are.
const WIDTH: usize = 80;

/// A step of indentation.
const INDENT: u16 = 2;

/// What is to be printed.
#[derive(Debug, Clone)]
pub(crate) enum Doc<'a> {
    /// Text and the columns that it takes.
    Text(Cow<'a, str>, usize),
    /// Text of several lines, which stays as it is; the columns of its first and last line.
    Verbatim(&'a str, usize, usize),
    /// So many line ends.
    Lines(u8),
    /// Where a group may be broken.
    Break {
        /// What stands before the line end if it is.
        broken: &'static str,
        /// What stands there if not.
        flat: &'static str,
        /// Whether only those breaks of a broken group end lines after which the next part does not fit.
        fill: bool,
    },
    /// A step to the right, where the group around it is broken.
    Nest(Box<Self>),
    /// A step to the right in any case.
    Indent(Box<Self>),
    /// All on one line, or all breaks broken.
    Group(Box<Self>),
    /// One after the other.
    Seq(Deep<Vec<Self>>),
    /// Groups around this are broken.
    Force(Box<Self>),
    /// Whether a group around this can be flat while this is broken.
    Hug(bool, Box<Self>),
}

impl<'a> Doc<'a> {
    /// Nothing.
    pub(crate) const NIL: Self = Self::Text(Cow::Borrowed(""), 0);
    /// A line end.
    pub(crate) const LINE: Self = Self::Lines(1);

    /// One part after the other.
    pub(crate) fn seq(parts: Vec<Self>) -> Self {
        Self::Seq(parts.into())
    }

    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let width = width(&text);
        Self::Text(text, width)
    }

    /// Text as it stands in the source.
    pub(crate) fn verbatim(text: &'a str) -> Self {
        match (text.split_once('\n'), text.rsplit_once('\n')) {
            (Some((first, _)), Some((_, last))) => Self::Verbatim(text, width(first), width(last)),
            _ => Self::text(text),
        }
    }

    /// `broken` before the line end, or `flat`.
    pub(crate) const fn line_or(broken: &'static str, flat: &'static str) -> Self {
        let fill = false;
        Self::Break { broken, flat, fill }
    }

    /// The same, filling lines.
    pub(crate) const fn fill_or(broken: &'static str, flat: &'static str) -> Self {
        let fill = true;
        Self::Break { broken, flat, fill }
    }

    pub(crate) fn nest(self) -> Self {
        Self::Nest(Box::new(self))
    }

    pub(crate) fn indent(self) -> Self {
        Self::Indent(Box::new(self))
    }

    pub(crate) fn group(self) -> Self {
        Self::Group(Box::new(self))
    }

    pub(crate) fn force(self) -> Self {
        Self::Force(Box::new(self))
    }

    pub(crate) fn hug(self, enabled: bool) -> Self {
        Self::Hug(enabled, Box::new(self))
    }

    pub(crate) fn is_nil(&self) -> bool {
        match self {
            Self::Text(text, _) => text.is_empty(),
            Self::Seq(parts) => parts.is_empty(),
            _ => false,
        }
    }

    /// The parts with `between` between them.
    pub(crate) fn join(parts: impl IntoIterator<Item = Self>, between: &Self) -> Self {
        let mut all = Vec::new();
        for part in parts {
            if !all.is_empty() {
                all.push(between.clone());
            }
            all.push(part);
        }
        Self::seq(all)
    }
}

/// The columns of a text: its grapheme clusters.
fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.graphemes(true).count()
    }
}

/// How a document is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Flat,
    Broken,
    /// Flat, and so is what wants to be hugged.
    NeverHugged,
    /// The first break ends the line.
    Hugged,
}

/// Lays `doc` out in 80 columns.
pub(crate) fn print(doc: &Doc<'_>, out: &mut String) {
    let mut printer = Printer {
        out,
        column: 0,
        todo: vec![(0, Mode::Broken, doc)],
        pending: None,
        ahead: Vec::new(),
    };
    while let Some((indent, mode, doc)) = printer.todo.pop() {
        printer.step(indent, mode, doc);
    }
}

struct Printer<'d, 'a, 'o> {
    out: &'o mut String,
    column: usize,
    todo: Vec<(u16, Mode, &'d Doc<'a>)>,
    /// The indentation of a line that has no text yet.
    pending: Option<u16>,
    ahead: Vec<(Mode, &'d Doc<'a>)>,
}

impl<'d, 'a> Printer<'d, 'a, '_> {
    fn step(&mut self, indent: u16, mode: Mode, doc: &'d Doc<'a>) {
        match doc {
            Doc::Text(text, width) => self.text(text, *width),
            Doc::Verbatim(text, _, last) => {
                self.text(text, 0);
                self.column = *last;
            }
            Doc::Lines(count) => self.lines(indent, *count),
            Doc::Break { broken, flat, fill } => {
                let breaks = match mode {
                    Mode::Broken if *fill => !self.next_fits(self.column + flat.len()),
                    Mode::Broken => true,
                    Mode::Flat | Mode::NeverHugged | Mode::Hugged => false,
                };
                if breaks {
                    self.text(broken, broken.len());
                    self.lines(indent, 1);
                } else {
                    self.text(flat, flat.len());
                }
            }
            Doc::Nest(inner) if mode != Mode::Broken => self.todo.push((indent, mode, inner)),
            Doc::Nest(inner) | Doc::Indent(inner) => {
                self.todo.push((indent + INDENT, mode, inner));
            }
            Doc::Group(inner) => {
                let flat = self.fits(self.column, inner);
                let mode = if flat { Mode::Flat } else { Mode::Broken };
                self.todo.push((indent, mode, inner));
            }
            Doc::Seq(parts) => {
                let parts = parts.iter().rev();
                self.todo.extend(parts.map(|part| (indent, mode, part)));
            }
            Doc::Force(inner) => self.todo.push((indent, Mode::Broken, inner)),
            Doc::Hug(_, inner) => self.todo.push((indent, mode, inner)),
        }
    }

    /// Whether what follows up to the next break fits.
    fn next_fits(&self, column: usize) -> bool {
        let mut column = column;
        let mut ahead: Vec<&Doc<'_>> = self.todo.iter().map(|(_, _, doc)| *doc).collect();
        while let Some(doc) = ahead.pop() {
            match doc {
                Doc::Text(_, width) => column += width,
                Doc::Verbatim(_, first, _) => {
                    column += first;
                    break;
                }
                Doc::Lines(_) | Doc::Break { .. } => break,
                Doc::Seq(parts) => ahead.extend(parts.iter().rev()),
                Doc::Force(_) => return false,
                Doc::Nest(inner) | Doc::Indent(inner) | Doc::Group(inner) | Doc::Hug(_, inner) => {
                    ahead.push(inner);
                }
            }
            if column > WIDTH {
                break;
            }
        }
        column <= WIDTH
    }

    fn text(&mut self, text: &str, width: usize) {
        if text.is_empty() {
            return;
        }
        if let Some(indent) = self.pending.take() {
            for _ in 0..indent {
                self.out.push(' ');
            }
        }
        self.out.push_str(text);
        self.column += width;
    }

    fn lines(&mut self, indent: u16, count: u8) {
        for _ in 0..count {
            self.out.push('\n');
        }
        self.pending = Some(indent);
        self.column = usize::from(indent);
    }

    /// Whether `doc`, flat, fits behind `column`. What follows it does not count.
    fn fits(&mut self, column: usize, doc: &'d Doc<'a>) -> bool {
        self.ahead.clear();
        self.ahead.push((Mode::Flat, doc));
        let mut column = column;
        while let Some((mode, doc)) = self.ahead.pop() {
            match doc {
                Doc::Text(_, width) => column += width,
                Doc::Verbatim(_, first, _) => return column + first <= WIDTH,
                Doc::Lines(_) => return true,
                Doc::Break { .. } if mode == Mode::Hugged => return true,
                Doc::Break { flat, .. } => column += flat.len(),
                Doc::Nest(inner) | Doc::Indent(inner) | Doc::Group(inner) => {
                    self.ahead.push((mode, inner));
                }
                Doc::Seq(parts) => {
                    let parts = parts.iter().rev();
                    self.ahead.extend(parts.map(|part| (mode, part)));
                }
                Doc::Force(_) if mode != Mode::Hugged => return false,
                Doc::Hug(true, inner) if mode == Mode::Flat => {
                    self.ahead.push((Mode::Hugged, inner));
                }
                Doc::Force(inner) | Doc::Hug(true, inner) => self.ahead.push((mode, inner)),
                Doc::Hug(false, inner) => self.ahead.push((Mode::NeverHugged, inner)),
            }
            if column > WIDTH {
                return false;
            }
        }
        true
    }
}
