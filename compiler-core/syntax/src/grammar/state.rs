use chumsky::input::{Checkpoint, Cursor};
use chumsky::inspector::Inspector;
use chumsky::span::SimpleSpan;
use source::{Arena, Name, Span};

use super::Input;
use crate::ast;
use crate::delimiter::Place;
use crate::problem::{DetachedDocs, Problem};
use crate::token::TokenKind;
use crate::trivia::{DocsBefore, Trivia};

/// What the rules build into. What an abandoned alternative built is taken back.
pub(crate) struct State<'t> {
    pub(crate) text: &'t str,
    pub(crate) trivia: &'t Trivia,
    /// The spans of the tokens being parsed.
    pub(crate) spans: &'t [Span],
    /// Where the token before them ends.
    pub(crate) before: u32,
    /// The places of the tokens, if broken parts are to be skipped; else the first one ends the
    /// parse.
    pub(crate) layout: Option<&'t [Place]>,
    pub(crate) exprs: Arena<ast::Expr>,
    pub(crate) patterns: Arena<ast::Pattern>,
    pub(crate) types: Arena<ast::Type>,
    pub(crate) problems: Vec<Problem>,
}

/// How much there was at some point.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    exprs: usize,
    patterns: usize,
    types: usize,
    problems: usize,
}

impl<'t> State<'t> {
    /// Nothing built yet.
    pub(crate) fn new(text: &'t str, trivia: &'t Trivia) -> Self {
        Self {
            text,
            trivia,
            spans: &[],
            before: 0,
            layout: None,
            exprs: Arena::default(),
            patterns: Arena::default(),
            types: Arena::default(),
            problems: Vec::new(),
        }
    }

    /// The same tree, to be built on from tokens that live shorter.
    pub(crate) fn resumed<'u>(self, text: &'u str, trivia: &'u Trivia) -> State<'u> {
        State {
            exprs: self.exprs,
            patterns: self.patterns,
            types: self.types,
            problems: self.problems,
            ..State::new(text, trivia)
        }
    }

    /// The text of the `index`th token.
    pub(super) fn token_text(&self, index: usize) -> &str {
        &self.text[self.spans[index].range()]
    }

    /// The `index`th token as a name.
    pub(super) fn ident(&self, index: usize) -> ast::Ident {
        ast::Ident {
            name: Name::new(self.token_text(index)),
            span: self.spans[index],
        }
    }

    /// The bytes from the first to the last token of a rule; for a rule that read nothing, the
    /// place between two tokens.
    pub(super) fn span(&self, tokens: SimpleSpan) -> Span {
        if tokens.start < tokens.end {
            return self.spans[tokens.start].to(self.spans[tokens.end - 1]);
        }
        match tokens.start.checked_sub(1) {
            Some(previous) => self.spans[previous].at_end(),
            None => Span::new(self.before, self.before),
        }
    }

    pub(super) fn expr(&mut self, tokens: SimpleSpan, kind: ast::ExprKind) -> ast::ExprId {
        let span = self.span(tokens);
        self.exprs.alloc(ast::Expr { span, kind })
    }

    pub(super) fn pattern(&mut self, tokens: SimpleSpan, kind: ast::PatternKind) -> ast::PatternId {
        let span = self.span(tokens);
        self.patterns.alloc(ast::Pattern { span, kind })
    }

    pub(super) fn type_(&mut self, tokens: SimpleSpan, kind: ast::TypeKind) -> ast::TypeId {
        let span = self.span(tokens);
        self.types.alloc(ast::Type { span, kind })
    }

    pub(super) fn broken_expr(&mut self, tokens: SimpleSpan) -> ast::ExprId {
        self.expr(tokens, ast::ExprKind::Error)
    }

    pub(super) fn broken_pattern(&mut self, tokens: SimpleSpan) -> ast::PatternId {
        self.pattern(tokens, ast::PatternKind::Error)
    }

    pub(super) fn broken_type(&mut self, tokens: SimpleSpan) -> ast::TypeId {
        self.type_(tokens, ast::TypeKind::Error)
    }

    /// The documentation before the `first`th token and the tokens up to the `last`th.
    pub(super) fn docs(&mut self, first: usize, last: usize) -> Option<ast::Docs> {
        let start = match first.checked_sub(1) {
            Some(previous) => self.spans[previous].end,
            None => self.before,
        };
        let gap = Span::new(start, self.spans.get(last)?.start);
        let DocsBefore { docs, detached } = self.trivia.docs_in(self.text, gap);
        if let Some(span) = detached {
            self.problems
                .push(Problem::DetachedDocs(DetachedDocs { span }));
        }
        docs
    }

    /// A name that is not there: empty, already reported.
    pub(super) fn missing(&self, tokens: SimpleSpan) -> ast::Ident {
        ast::Ident {
            name: Name::new(""),
            span: self.span(tokens),
        }
    }

    /// Whether a comma stands before the `index`th token.
    pub(super) fn follows_comma(&self, index: usize) -> bool {
        index > 0 && self.token_text(index - 1) == ","
    }

    /// How much has been built.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            exprs: self.exprs.len(),
            patterns: self.patterns.len(),
            types: self.types.len(),
            problems: self.problems.len(),
        }
    }

    /// Takes back what was built since.
    pub(crate) fn reset(&mut self, mark: Mark) {
        self.exprs.truncate(mark.exprs);
        self.patterns.truncate(mark.patterns);
        self.types.truncate(mark.types);
        self.problems.truncate(mark.problems);
    }
}

impl<'t> Inspector<'t, Input<'t>> for State<'t> {
    type Checkpoint = Mark;

    #[inline]
    fn on_token(&mut self, _: &TokenKind) {}

    #[inline]
    fn on_save<'parse>(&self, _: &Cursor<'t, 'parse, Input<'t>>) -> Mark {
        self.mark()
    }

    #[inline]
    fn on_rewind<'parse>(&mut self, to: &Checkpoint<'t, 'parse, Input<'t>, Mark>) {
        self.reset(*to.inspector());
    }
}
