//! What holds for every text: phases end, do not panic, and speak of places that exist.

mod project;
mod spans;

use compiler_core::{Span, Target, dump_core, dump_ir, dump_javascript};
use syntax::CommentKind;

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

/// What is formatted stays so, and keeps its comments. What is broken loses none either.
pub fn formatter(text: &str) {
    let partly = format::format_partly(spans::FILE, text);
    assert_eq!(comments(text), comments(&partly), "comments of {text:?}");
    let whole = Span::new(0, text.len() as u32);
    for (span, _) in format::format_range(spans::FILE, text, whole) {
        spans::within(span, text);
    }
    let Ok(once) = format::format(spans::FILE, text) else {
        return;
    };
    assert_eq!(once, partly, "what parses is formatted as a whole");
    assert!(once.ends_with('\n'), "{once:?} does not end its last line");
    let twice = format::format(spans::FILE, &once);
    assert_eq!(twice.as_ref(), Ok(&once), "formatted twice: {text:?}");
}

/// The comments as the formatter orders them: those of the module come first.
fn comments(text: &str) -> Vec<&str> {
    let mut comments = syntax::lexer::lex(text).trivia.comments;
    comments.sort_by_key(|comment| comment.kind != CommentKind::Module);
    let texts = comments.iter().map(|comment| text[comment.span.range()].trim_end());
    texts.collect()
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
