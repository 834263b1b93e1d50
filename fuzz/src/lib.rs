//! What holds for every text: phases end, do not panic, and speak of places that exist.

mod project;
mod spans;

use compiler_core::{Target, dump_core, dump_ir, dump_javascript};

/// Tokens and comments stand in order, and between them there is nothing but whitespace.
pub fn lexer(text: &str) {
    let lexed = syntax::lexer::lex(text);
    let mut pieces: Vec<_> = lexed.tokens.spans.clone();
    pieces.extend(lexed.trivia.comments.iter().map(|comment| comment.span));
    pieces.sort();
    let mut end = 0;
    for span in pieces {
        spans::within(span, text);
        assert!(span.start as usize >= end, "{span:?} overlaps what is before it");
        blank(&text[end..span.start as usize]);
        end = span.end as usize;
    }
    blank(&text[end..]);
    for problem in &lexed.problems {
        spans::report(&problem.report(spans::FILE), text);
    }
}

/// The tree's items lie in the text, and so do the problems.
pub fn parser(text: &str) {
    let parsed = syntax::parse(spans::FILE, text);
    for item in &parsed.module.items {
        spans::within(item.span, text);
    }
    for problem in &parsed.problems {
        spans::report(&problem.report(spans::FILE), text);
    }
}

/// Up to three modules, which may import each other and the standard library, on both targets.
pub fn checker(text: &str) {
    for target in [Target::Erlang, Target::JavaScript] {
        project::check(text, target);
    }
}

/// As [`checker`], and both back ends take what has no error.
pub fn lower(text: &str) {
    for full in project::check(text, Target::Erlang) {
        dump_ir(&full, Target::Erlang);
        dump_core(&full);
    }
    for full in project::check(text, Target::JavaScript) {
        dump_javascript(&full);
    }
}

fn blank(text: &str) {
    assert!(
        text.chars().all(|c| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{feff}')),
        "{text:?} is in no token"
    );
}
