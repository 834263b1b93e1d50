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
mod partly;
mod pattern;
mod sequence;
mod statement;
mod type_;

pub use partly::format_range;

use report::Severity;
use source::FileId;
use syntax::ast::Module;
use syntax::{Parsed, Problem, Trivia};

/// Formats a module. Errors if it does not parse: with all its problems, warnings included.
pub fn format(file: FileId, text: &str) -> Result<String, Vec<Problem>> {
    let parsed = syntax::parse(file, text);
    if has_errors(file, &parsed) {
        return Err(parsed.problems);
    }
    Ok(print(text, &parsed))
}

/// Formats the definitions of a module that parse. What does not is left as it is, with the comments
/// around it.
pub fn format_partly(file: FileId, text: &str) -> String {
    let parsed = syntax::parse(file, text);
    if has_errors(file, &parsed) {
        partly::format_good(file, text, &parsed)
    } else {
        print(text, &parsed)
    }
}

fn has_errors(file: FileId, parsed: &Parsed) -> bool {
    let mut problems = parsed.problems.iter();
    problems.any(|problem| problem.report(file).severity == Severity::Error)
}

fn print(text: &str, parsed: &Parsed) -> String {
    let mut formatter = Formatter {
        text,
        module: &parsed.module,
        trivia: &parsed.trivia,
        next_comment: 0,
        holds_comments: false,
        blanks_from: 0,
        drops_blanks: false,
    };
    let doc = formatter.module();
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    layout::print(&doc, &mut out);
    out
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
    /// Blank lines before this have had their effect.
    blanks_from: u32,
    /// Whether blank lines beside comments are dropped.
    drops_blanks: bool,
}
