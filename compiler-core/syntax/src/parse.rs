use std::collections::BTreeSet;
use std::ops::Range;

use report::Severity;
use source::{FileId, LineIndex, Span};

use crate::ast::{Item, ItemKind, Module, Publicity};
use crate::broken;
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
    one_character_a_line(text, &mut problems);
    let mut quiet = Quiet::new(text, file, &problems);
    let mut module = build(text, &tokens, &trivia, &mut quiet, &mut problems);
    let before = problems.len();
    validate::module(&module, &mut problems);
    let invalid = problems.split_off(before);
    problems.extend(invalid.into_iter().filter(|problem| !quiet.holds(problem)));
    problems.sort_by_cached_key(|problem| {
        let report = problem.report(file);
        report.location().map(|location| location.span)
    });
    module.broken = broken::names(text, file, &tokens, &problems);
    Parsed {
        module,
        trivia,
        problems,
    }
}

/// Quotes of other languages come in pairs, of which the first says enough.
fn one_character_a_line(text: &str, problems: &mut Vec<Problem>) {
    let lines = LineIndex::new(text);
    let mut last = None;
    problems.retain(|problem| {
        let Problem::UnknownCharacter(unknown) = problem else {
            return true;
        };
        if !matches!(unknown.character, '\'' | '`' | '$') {
            return true;
        }
        let key = (lines.line(unknown.span.start), unknown.hint());
        last.replace(key) != Some(key)
    });
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
fn build(
    text: &str,
    tokens: &Tokens,
    trivia: &Trivia,
    quiet: &mut Quiet,
    problems: &mut Vec<Problem>,
) -> Module {
    let slices = outline::items(text, tokens);
    let (mut items, state) = first_pass(text, tokens, trivia, &slices);
    let failed: Vec<Slice> = slices
        .into_iter()
        .zip(0..)
        .filter(|(_, item)| items[*item].is_none())
        .map(|(range, item)| Slice::repaired(text, tokens, range, item))
        .collect();
    for problem in failed.iter().flat_map(|slice| &slice.problems) {
        quiet.add(problem);
        problems.push(problem.clone());
    }
    let mut state = state.resumed(text, trivia);
    if !failed.is_empty() {
        state = second_pass(state, &failed, quiet, &mut items);
    }
    problems.append(&mut state.problems);
    Module {
        docs: trivia.module_docs(text),
        items: items.into_iter().flatten().collect(),
        exprs: state.exprs,
        patterns: state.patterns,
        types: state.types,
        broken: BTreeSet::new(),
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
fn second_pass<'t>(
    state: State<'t>,
    failed: &'t [Slice],
    quiet: &mut Quiet,
    items: &mut [Option<Item>],
) -> State<'t> {
    let grammar = Grammar::new();
    let mut state = state;
    let text = state.text;
    for slice in failed {
        state.spans = &slice.tokens.spans;
        state.before = slice.before;
        state.layout = Some(&slice.layout);
        let mark = state.mark();
        let before = state.problems.len();
        let (item, mut errors) = grammar.item(&slice.tokens.kinds, &mut state);
        if item.is_none() {
            state.reset(mark);
        }
        let noted: Vec<Problem> = state
            .problems
            .drain(before.min(state.problems.len())..)
            .collect();
        state
            .problems
            .extend(noted.into_iter().filter(|problem| quiet.admits(problem)));
        errors.sort_by_key(|error| error.at);
        for error in errors {
            let span = slice.tokens.spans.get(error.at);
            // Words are only looked for where they are wanted.
            if span.is_some_and(|span| quiet.is_quiet(*span)) {
                continue;
            }
            let problem = Problem::syntax(text, &slice.tokens, &error);
            state
                .problems
                .extend(problem.filter(|problem| quiet.admits(problem)));
        }
        items[slice.item] = Some(item.unwrap_or_else(|| unreadable(state.spans)));
    }
    state
}

/// The lines on which something was found that explains what else is found there: the grammar says
/// one thing about a line.
struct Quiet {
    lines: LineIndex,
    file: FileId,
    found: BTreeSet<u32>,
}

impl Quiet {
    fn new(text: &str, file: FileId, problems: &[Problem]) -> Self {
        let mut quiet = Self {
            lines: LineIndex::new(text),
            file,
            found: BTreeSet::new(),
        };
        // What is not text any more explains all of its line.
        let opened = problems
            .iter()
            .filter(|problem| matches!(problem, Problem::UnterminatedString(_)));
        opened.for_each(|problem| quiet.add(problem));
        quiet
    }

    fn add(&mut self, problem: &Problem) {
        let report = problem.report(self.file);
        if report.severity == Severity::Error {
            let labels = report.labels.iter();
            let spans = labels.map(|label| label.location.span);
            let lines = spans.map(|span| self.lines.line(span.start));
            self.found.extend(lines);
        }
    }

    /// Notes a problem on a line of which nothing is said yet.
    fn admits(&mut self, problem: &Problem) -> bool {
        let is_new = !self.holds(problem);
        if is_new {
            self.add(problem);
        }
        is_new
    }

    fn holds(&self, problem: &Problem) -> bool {
        let location = problem.report(self.file).location();
        location.is_some_and(|location| self.is_quiet(location.span))
    }

    fn is_quiet(&self, span: Span) -> bool {
        self.found.contains(&self.lines.line(span.start))
    }
}

/// An item to be parsed again.
struct Slice {
    /// Which item.
    item: usize,
    /// Its tokens, with brackets that match.
    tokens: Tokens,
    /// What is wrong with its brackets.
    problems: Vec<Problem>,
    /// Where they stand on their lines.
    layout: Vec<Place>,
    /// Where the token before them ends.
    before: u32,
}

impl Slice {
    fn repaired(text: &str, tokens: &Tokens, range: Range<usize>, item: usize) -> Self {
        let before = end_before(tokens, range.start);
        let kinds = &tokens.kinds[range.clone()];
        let spans = &tokens.spans[range];
        let mut problems = Vec::new();
        let tokens = delimiter::repair(text, kinds, spans, &mut problems);
        Self {
            item,
            problems,
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

fn unreadable(spans: &[Span]) -> Item {
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
