use std::collections::BTreeSet;
use std::ops::Range;

use source::{FileId, Span};

use crate::ast::{Item, ItemKind, Module, Publicity};
use crate::delimiter::{self, Place};
use crate::grammar::{Grammar, State};
use crate::lexer::{self, Lexed};
use crate::outline;
use crate::problem::Problem;
use crate::token::Tokens;
use crate::trivia::Trivia;
use crate::validate;

/// Parses a file. Always returns a whole tree; what is wrong with it is in `problems`, in the order
/// of the file.
pub fn parse(file: FileId, text: &str) -> Parsed {
    let Lexed {
        tokens,
        trivia,
        mut problems,
    } = lexer::lex(text);
    let module = build(text, &tokens, &trivia, &mut problems);
    validate::module(&module, &mut problems);
    problems.sort_by_cached_key(|problem| {
        let report = problem.report(file);
        report.location().map(|location| location.span)
    });
    Parsed {
        module,
        trivia,
        problems,
    }
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

/// Parses each item, and those that fail once more, with recovery.
fn build(text: &str, tokens: &Tokens, trivia: &Trivia, problems: &mut Vec<Problem>) -> Module {
    let slices = outline::items(text, tokens);
    let (mut items, state) = first_pass(text, tokens, trivia, &slices);
    let failed: Vec<Slice> = slices
        .into_iter()
        .zip(0..)
        .filter(|(_, item)| items[*item].is_none())
        .map(|(range, item)| Slice::repaired(text, tokens, range, item, problems))
        .collect();
    let mut state = state.resumed(text, trivia);
    if !failed.is_empty() {
        state = second_pass(state, &failed, &mut items);
    }
    problems.append(&mut state.problems);
    Module {
        docs: trivia.module_docs(text),
        items: items.into_iter().flatten().collect(),
        exprs: state.exprs,
        patterns: state.patterns,
        types: state.types,
    }
}

/// Parses without recovery; a broken item is none.
fn first_pass<'t>(
    text: &'t str,
    tokens: &'t Tokens,
    trivia: &'t Trivia,
    slices: &[Range<usize>],
) -> (Vec<Option<Item>>, State<'t>) {
    let grammar = Grammar::new();
    let mut state = State::new(text, trivia);
    let mut items = Vec::with_capacity(slices.len());
    for range in slices {
        state.spans = &tokens.spans[range.clone()];
        state.before = end_before(tokens, range.start);
        let mark = state.mark();
        let (item, _) = grammar.item(&tokens.kinds[range.clone()], &mut state);
        if item.is_none() {
            state.reset(mark);
        }
        items.push(item);
    }
    (items, state)
}

/// Parses the items that failed, skipping what is broken in them.
fn second_pass<'t>(state: State<'t>, failed: &'t [Slice], items: &mut [Option<Item>]) -> State<'t> {
    let grammar = Grammar::new();
    let mut state = state;
    for slice in failed {
        state.spans = &slice.tokens.spans;
        state.before = slice.before;
        state.layout = Some(&slice.layout);
        let mark = state.mark();
        let (item, errors) = grammar.item(&slice.tokens.kinds, &mut state);
        if item.is_none() {
            state.reset(mark);
        }
        // The first error at a token says most; what follows is found while skipping.
        let mut seen = BTreeSet::new();
        if slice.repaired {
            // Brackets that do not match explain all the rest.
            items[slice.item] = Some(item.unwrap_or_else(|| broken(state.spans)));
            continue;
        }
        let reports = errors
            .iter()
            .filter(|error| seen.insert(error.at))
            .filter_map(|error| Problem::syntax(state.text, &slice.tokens, error));
        state.problems.extend(reports);
        items[slice.item] = Some(item.unwrap_or_else(|| broken(state.spans)));
    }
    state
}

/// An item to be parsed again.
struct Slice {
    /// Which item.
    item: usize,
    /// Its tokens, with brackets that match.
    tokens: Tokens,
    /// Whether that took a repair, which is reported.
    repaired: bool,
    /// Where they stand on their lines.
    layout: Vec<Place>,
    /// Where the token before them ends.
    before: u32,
}

impl Slice {
    fn repaired(
        text: &str,
        tokens: &Tokens,
        range: Range<usize>,
        item: usize,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let before = end_before(tokens, range.start);
        let kinds = &tokens.kinds[range.clone()];
        let spans = &tokens.spans[range];
        let before_repair = problems.len();
        let tokens = delimiter::repair(text, kinds, spans, problems);
        Self {
            item,
            repaired: problems.len() > before_repair,
            layout: delimiter::layout(text, &tokens.spans),
            tokens,
            before,
        }
    }
}

fn end_before(tokens: &Tokens, index: usize) -> u32 {
    match index.checked_sub(1) {
        Some(previous) => tokens.spans[previous].end,
        None => 0,
    }
}

fn broken(spans: &[Span]) -> Item {
    let span = spans.iter().copied().reduce(Span::to).unwrap_or_default();
    Item {
        span,
        definition: span,
        attributes: Vec::new(),
        docs: None,
        publicity: Publicity::Private,
        kind: ItemKind::Error,
    }
}
