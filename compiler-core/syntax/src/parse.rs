use source::{FileId, Span};

use crate::ast::{Item, ItemKind, Module, Publicity};
use crate::grammar::{Grammar, State};
use crate::lexer::{self, Lexed};
use crate::outline;
use crate::problem::Problem;
use crate::token::Tokens;
use crate::trivia::Trivia;

/// Parses a file. Always returns a whole tree; what is wrong with it is in `problems`.
pub fn parse(_file: FileId, text: &str) -> Parsed {
    let Lexed {
        tokens,
        trivia,
        mut problems,
    } = lexer::lex(text);
    let (module, found) = build(text, &tokens, &trivia);
    problems.extend(found);
    Parsed {
        module,
        trivia,
        problems,
    }
}

fn build(text: &str, tokens: &Tokens, trivia: &Trivia) -> (Module, Vec<Problem>) {
    let mut problems = Vec::new();
    let grammar = Grammar::new();
    let mut state = State::new(text, trivia);
    let mut items = Vec::new();
    for range in outline::items(text, tokens) {
        state.spans = &tokens.spans[range.clone()];
        state.before = match range.start.checked_sub(1) {
            Some(previous) => tokens.spans[previous].end,
            None => 0,
        };
        let mark = state.mark();
        let (item, errors) = grammar.item(&tokens.kinds[range], &mut state);
        if item.is_none() {
            state.reset(mark);
        }
        problems.extend(
            errors
                .iter()
                .filter_map(|error| Problem::syntax(text, state.spans, error)),
        );
        items.push(item.unwrap_or_else(|| broken(state.spans)));
    }
    problems.extend(state.problems);
    let module = Module {
        docs: trivia.module_docs(text),
        items,
        exprs: state.exprs,
        patterns: state.patterns,
        types: state.types,
    };
    (module, problems)
}

/// What [`parse`] finds in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The tree.
    pub module: Module,
    /// Comments and blank lines.
    pub trivia: Trivia,
    /// Errors and warnings.
    pub problems: Vec<Problem>,
}

fn broken(spans: &[Span]) -> Item {
    Item {
        span: spans.iter().copied().reduce(Span::to).unwrap_or_default(),
        attributes: Vec::new(),
        docs: None,
        publicity: Publicity::Private,
        kind: ItemKind::Error,
    }
}
