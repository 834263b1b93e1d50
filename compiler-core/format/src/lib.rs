//! The one style of the language: from a module's text to the same module as everybody writes it.

mod bit_array;
mod call;
mod case;
mod comment;
mod expr;
mod import;
mod item;
mod layout;
mod number;
mod pattern;
mod sequence;
mod statement;
mod type_;

use report::Severity;
use source::FileId;
use syntax::ast::Module;
use syntax::{Problem, Trivia};

/// Formats a module. Errors if it does not parse: with all its problems, warnings included.
pub fn format(file: FileId, text: &str) -> Result<String, Vec<Problem>> {
    let parsed = syntax::parse(file, text);
    if parsed
        .problems
        .iter()
        .any(|problem| problem.report(file).severity == Severity::Error)
    {
        return Err(parsed.problems);
    }
    let mut formatter = Formatter {
        text,
        module: &parsed.module,
        trivia: &parsed.trivia,
        next_comment: 0,
        holds_comments: false,
    };
    let doc = formatter.module();
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    layout::print(&doc, &mut out);
    Ok(out)
}

/// Makes documents of the parts of a module.
struct Formatter<'a> {
    text: &'a str,
    module: &'a Module,
    trivia: &'a Trivia,
    /// The first comment that is not printed yet.
    next_comment: usize,
    /// Whether comments wait for what comes later.
    holds_comments: bool,
}
