//! Words for tokens.

use crate::grammar::Expected;
use crate::token::TokenKind;

/// How to call a token that was found.
pub(crate) fn found(kind: Option<TokenKind>, text: &str) -> String {
    match kind {
        None => "the end".into(),
        Some(TokenKind::String) => "a string".into(),
        Some(_) => format!("`{text}`"),
    }
}

/// How to call a set of alternatives.
pub(crate) fn expected(set: u128) -> String {
    let labels = Expected::ALL.iter().filter(|label| set & label.set() != 0);
    let tokens = TokenKind::ALL
        .iter()
        .filter(|(kind, _)| set & (1 << *kind as usize) != 0);
    let words: Vec<String> = labels
        .map(|label| label.words().to_owned())
        .chain(tokens.map(|(_, words)| (*words).to_owned()))
        .collect();
    match words.as_slice() {
        [] => "something else".into(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}
