//! The same tokens and comments, laid out as nobody would.

use generator::Random;
use source::Span;
use syntax::lexer::lex;

/// What becomes of the layout of a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// It stays.
    Original,
    /// All line ends are gone but for those that end comments.
    Joined,
    /// Each token that may has a line of its own.
    Broken,
    /// There are more comments, between any two tokens.
    Commented,
}

impl Kind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Joined => "joined",
            Self::Broken => "broken",
            Self::Commented => "commented",
        }
    }
}

/// First the texts themselves, then their variants.
pub(crate) fn variant(texts: &[String], index: usize, seed: u64) -> (Kind, String) {
    let Some(index) = index.checked_sub(texts.len()) else {
        return (Kind::Original, texts[index].clone());
    };
    let text = &texts[index % texts.len()];
    let kinds = [Kind::Joined, Kind::Broken, Kind::Commented];
    // The text, its kind, and then the comments differ.
    let round = index / texts.len();
    let kind = *kinds.get(round).unwrap_or(&Kind::Commented);
    let mut random = Random::new(seed.wrapping_mul(1_000_003).wrapping_add(index as u64));
    (kind, destroyed(text, kind, &mut random))
}

/// A token or comment.
struct Piece {
    span: Span,
    is_comment: bool,
}

fn destroyed(text: &str, kind: Kind, random: &mut Random) -> String {
    let pieces = pieces(text);
    let mut out = String::with_capacity(2 * text.len());
    for (index, piece) in pieces.iter().enumerate() {
        let word = &text[piece.span.range()];
        if let Some(before) = index.checked_sub(1).map(|index| &pieces[index]) {
            let gap = &text[before.span.end as usize..piece.span.start as usize];
            match kind {
                _ if before.is_comment => {
                    out.push_str(if kind == Kind::Joined { "\n" } else { gap });
                }
                Kind::Original => out.push_str(gap),
                Kind::Joined if gap.is_empty() => {}
                Kind::Joined => out.push(' '),
                Kind::Broken => {
                    let may = !gap.is_empty() || borders(&text[before.span.range()], word);
                    out.push_str(if may { "\n" } else { "" });
                }
                Kind::Commented => out.push_str(&commented(gap, random)),
            }
        }
        out.push_str(word);
    }
    out.push('\n');
    out
}

/// The gap, or one with a comment.
fn commented(gap: &str, random: &mut Random) -> String {
    if random.below(40) != 0 {
        return gap.to_string();
    }
    let number = random.below(100);
    match random.below(4) {
        0 => format!("\n// c{number}\n"),
        1 => format!("\n\n// c{number}\n"),
        2 => format!(" // c{number}\n"),
        _ => format!("\n// c{number}\n\n"),
    }
}

/// Whether lines may end between words that nothing stands between.
fn borders(before: &str, after: &str) -> bool {
    matches!(before, "(" | "[" | "{" | "," | "#" | "<<")
        || matches!(after, ")" | "]" | "}" | "," | ">>")
}

/// All there is but for whitespace, in order.
fn pieces(text: &str) -> Vec<Piece> {
    let lexed = lex(text);
    let tokens = lexed.tokens.spans.iter().map(|span| (*span, false));
    let comments = lexed.trivia.comments.iter();
    let comments = comments.map(|comment| (comment.span, true));
    let mut pieces: Vec<Piece> = tokens
        .chain(comments)
        .filter(|(span, _)| span.start < span.end)
        .map(|(span, is_comment)| Piece { span, is_comment })
        .collect();
    pieces.sort_by_key(|piece| piece.span);
    pieces
}
