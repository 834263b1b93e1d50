//! Finds the words for a rule that failed, from what was found and what would have been accepted.

use source::{Name, Span};

use super::{
    AngleBrackets, ClauseArrow, ConstantInFunction, DiscardAsValue, ExpectedDefinition,
    ExpectedExpression, ExpectedName, ExpectedPattern, ExpectedType, ExpectedUpName,
    ExtraSeparator, ForeignWord, FunctionInType, HashComment, IfExpression, ImportSeparator,
    LowerCaseConstructor, MissingConstructor, MissingEqual, MissingFunctionBody, MissingMessage,
    MissingOperand, MissingValue, NamedInnerFunction, NoLetBinding, Parentheses,
    PatternSpreadNotLast, PrefixNotLiteral, Problem, ReservedWord, ReturnTypeColon, SpreadNotLast,
    SpreadWithoutTail, TailPattern, TextAfterRest, UnexpectedEnd, UnexpectedToken, describe,
};
use crate::grammar::{Expected, Special, SyntaxError};
use crate::token::{TokenKind as K, Tokens};

impl Problem {
    /// Explains why a rule failed; nothing if what was found has been reported before.
    pub(crate) fn syntax(text: &str, tokens: &Tokens, error: &SyntaxError) -> Option<Self> {
        let scene = Scene::new(text, tokens, error);
        if scene.is_reported() {
            return None;
        }
        let explain = [
            foreign, special, separator, binding, end, operand, missing, reserved, names,
        ];
        let explained = explain.iter().find_map(|explain| explain(&scene));
        Some(explained.unwrap_or_else(|| one_of(&scene)))
    }
}

/// An error and what stands around it.
struct Scene<'t> {
    text: &'t str,
    tokens: &'t Tokens,
    error: &'t SyntaxError,
    /// Where the error is to be shown.
    span: Span,
    /// The token before it.
    previous: Option<K>,
}

impl<'t> Scene<'t> {
    fn new(text: &'t str, tokens: &'t Tokens, error: &'t SyntaxError) -> Self {
        let end = tokens.spans.last().copied().unwrap_or_default().at_end();
        let previous = error.at.checked_sub(1);
        Self {
            text,
            tokens,
            error,
            span: tokens.spans.get(error.at).copied().unwrap_or(end),
            previous: previous.and_then(|index| tokens.kinds.get(index).copied()),
        }
    }

    /// Whether the lexer has reported the token, or a bracket was put in here.
    fn is_reported(&self) -> bool {
        match self.error.found {
            Some(kind) => kind == K::Error || self.span.start == self.span.end,
            None => false,
        }
    }

    fn found(&self) -> String {
        describe::found(self.error.found, &self.text[self.span.range()])
    }

    fn word(&self) -> Name {
        Name::new(&self.text[self.span.range()])
    }

    fn expects(&self, what: Expected) -> bool {
        self.error.expected & what.set() != 0
    }

    /// Whether nothing else would have been accepted.
    fn expects_only(&self, set: u128) -> bool {
        self.error.expected & !set == 0
    }

    /// The last token of a kind before the error, outside of the brackets between.
    fn last(&self, wanted: K) -> Span {
        let mut depth = 0_usize;
        for index in (0..self.error.at.min(self.tokens.len())).rev() {
            let kind = self.tokens.kinds[index];
            if kind.is_closer() {
                depth += 1;
            } else if kind.closer().is_some() {
                depth = depth.saturating_sub(1);
            } else if depth == 0 && kind == wanted {
                return self.tokens.spans[index];
            }
        }
        self.span
    }

    /// The spread that is wrong: the second of two, or the one that something follows.
    fn spread(&self) -> Span {
        match self.error.found {
            Some(K::DotDot) => self.span,
            _ => self.last(K::DotDot),
        }
    }

    /// Where something is missing: at the sign that asks for it, if one of `signs` does.
    fn asked_by(&self, signs: &[K]) -> Span {
        match self.previous {
            Some(previous) if signs.contains(&previous) => self.before().1,
            _ => self.span,
        }
    }

    /// The text and span of the token before the error.
    fn before(&self) -> (Name, Span) {
        let index = self.error.at.saturating_sub(1);
        let span = self.tokens.spans.get(index).copied().unwrap_or_default();
        (Name::new(&self.text[span.range()]), span)
    }

    /// The first upper-case name: that of the type being defined.
    fn first_up_name(&self) -> Name {
        let mut tokens = self.tokens.iter();
        let found = tokens.find(|(kind, _)| *kind == K::UpName);
        Name::new(found.map_or("Name", |(_, span)| &self.text[span.range()]))
    }

    /// `(x) =>` and `fn x ->`, from the error on.
    fn foreign_function(&self) -> Option<Span> {
        let here = self.error.at;
        let kinds = &self.tokens.kinds;
        let first = match self.error.special? {
            Special::NamedFunction => {
                let names = kinds.get(here + 1..)?.iter();
                let names = names.take_while(|kind| matches!(kind, K::Name | K::Comma));
                return self.upto(here + 1 + names.count(), &[K::RightArrow]);
            }
            Special::Parentheses => kinds.get(here + 1..)?,
            _ => return None,
        };
        let inner = first.iter().position(|kind| *kind == K::RightParen)?;
        let inside = &first[..inner];
        let plain = inside.iter().all(|kind| matches!(kind, K::Name | K::Comma));
        let arrow = [K::Equal, K::Greater];
        plain.then(|| self.upto(here + inner + 2, &arrow)).flatten()
    }

    /// From the error to these tokens, if they stand there.
    fn upto(&self, index: usize, kinds: &[K]) -> Option<Span> {
        let end = index + kinds.len();
        let found = self.tokens.kinds.get(index..end)? == kinds;
        found.then(|| self.span.to(self.tokens.spans[end - 1]))
    }

    /// The name that follows.
    fn next_name(&self) -> Name {
        Name::new(&self.text[self.next().unwrap_or_default().range()])
    }

    fn next(&self) -> Option<Span> {
        self.tokens.spans.get(self.error.at + 1).copied()
    }
}

/// A word or an arrow of another language, where it stands or right after it.
fn foreign(scene: &Scene) -> Option<Problem> {
    let at = |index: usize| Some((*scene.tokens.kinds.get(index)?, scene.tokens.spans[index]));
    let here = scene.error.at;
    let (kind, span) = at(here)?;
    let second = at(here + 1).filter(|(_, next)| next.start == span.end);
    let problem = |span: Span| {
        let word = Name::new(&scene.text[span.range()]);
        Problem::ForeignWord(ForeignWord { span, word })
    };
    if let (K::Equal, Some((K::Greater, next))) | (K::Colon, Some((K::Colon, next))) =
        (kind, second)
    {
        return Some(problem(span.to(next)));
    }
    if let Some(head) = scene.foreign_function() {
        let word = Name::new(if kind == K::LeftParen {
            "() =>"
        } else {
            "fn x ->"
        });
        return Some(Problem::ForeignWord(ForeignWord { span: head, word }));
    }
    let is_word = |kind: K, span: Span| {
        kind == K::Name && crate::foreign_word(&scene.text[span.range()]).is_some()
    };
    if is_word(kind, span) {
        return Some(problem(span));
    }
    // Before a name or a value, a word is no name of a value.
    let starts = matches!(
        kind,
        K::Name | K::UpName | K::Int | K::String | K::LeftBrace
    );
    let (kind, span) = at(here.checked_sub(1)?)?;
    (starts && is_word(kind, span)).then(|| problem(span))
}

/// Rules that say themselves what is wrong.
fn special(scene: &Scene) -> Option<Problem> {
    let span = scene.span;
    Some(match scene.error.special? {
        Special::Parentheses => Problem::Parentheses(Parentheses { span }),
        Special::If => Problem::IfExpression(IfExpression { span }),
        Special::Const => Problem::ConstantInFunction(ConstantInFunction { span }),
        Special::NamedFunction => named_function(scene),
        Special::Discard => discard(scene),
        Special::MissingFunctionBody => Problem::MissingFunctionBody(MissingFunctionBody {
            span: scene.last(K::Fn),
        }),
        Special::SpreadWithoutTail => Problem::SpreadWithoutTail(SpreadWithoutTail {
            span: scene.last(K::DotDot),
        }),
        Special::SpreadNotLast => Problem::SpreadNotLast(SpreadNotLast {
            span: scene.spread(),
        }),
        Special::PatternSpreadNotLast => {
            let span = scene.last(K::DotDot);
            Problem::PatternSpreadNotLast(PatternSpreadNotLast { span })
        }
        Special::TailPattern => Problem::TailPattern(TailPattern { span }),
        Special::PrefixNotLiteral => Problem::PrefixNotLiteral(PrefixNotLiteral { span }),
        Special::TextAfterRest => Problem::TextAfterRest(TextAfterRest { span }),
        Special::LowerCaseConstructor => lower_case(scene),
        Special::ImportSeparator => import_separator(scene),
        Special::AngleFunction => angle(span, "Write type variables in annotations: `fn f(x: a)`."),
        Special::AngleType => angle(span, "Write `type Name(a)`."),
        Special::AngleUsage => angle(span, "Write `List(Int)`."),
        Special::ReturnTypeColon => Problem::ReturnTypeColon(ReturnTypeColon { span }),
        Special::Hash => Problem::HashComment(HashComment { span }),
        Special::MissingConstructor => missing_constructor(scene),
        Special::FunctionInType => Problem::FunctionInType(FunctionInType { span }),
    })
}

fn named_function(scene: &Scene) -> Problem {
    Problem::NamedInnerFunction(NamedInnerFunction {
        span: scene.next().unwrap_or(scene.span),
        name: scene.next_name(),
    })
}

fn discard(scene: &Scene) -> Problem {
    Problem::DiscardAsValue(DiscardAsValue {
        span: scene.span,
        name: scene.word(),
    })
}

fn lower_case(scene: &Scene) -> Problem {
    // The module, the dot and the name.
    let module = scene.error.at.checked_sub(2);
    let module = module.and_then(|index| scene.tokens.spans.get(index));
    Problem::LowerCaseConstructor(LowerCaseConstructor {
        span: module.map_or(scene.span, |module| module.to(scene.span)),
        name: scene.word(),
    })
}

fn import_separator(scene: &Scene) -> Problem {
    let (_, span) = scene.before();
    Problem::ImportSeparator(ImportSeparator { span })
}

fn missing_constructor(scene: &Scene) -> Problem {
    Problem::MissingConstructor(MissingConstructor {
        span: scene.span,
        name: scene.first_up_name(),
        field: scene.word(),
    })
}

fn angle(span: Span, hint: &'static str) -> Problem {
    Problem::AngleBrackets(AngleBrackets { span, hint })
}

fn separator(scene: &Scene) -> Option<Problem> {
    let span = scene.span;
    let doubled = matches!(
        scene.previous,
        Some(K::Comma | K::LeftParen | K::LeftSquare | K::LtLt)
    );
    (scene.error.found == Some(K::Comma) && doubled)
        .then_some(Problem::ExtraSeparator(ExtraSeparator { span }))
}

/// `x = 1` and `x: Int = 1` as statements.
fn binding(scene: &Scene) -> Option<Problem> {
    let span = scene.span;
    let binds = matches!(scene.error.found, Some(K::Equal | K::Colon));
    let in_statement = scene.expects(Expected::Operator)
        && !scene.error.expects(K::Comma)
        && !scene.error.expects(K::RightArrow);
    (binds && in_statement && scene.previous == Some(K::Name))
        .then_some(Problem::NoLetBinding(NoLetBinding { span }))
}

/// An operator, `=` or `as` with nothing after it.
fn operand(scene: &Scene) -> Option<Problem> {
    if !scene.expects(Expected::Expression) {
        return None;
    }
    let (operator, span) = scene.before();
    match scene.previous? {
        K::Equal | K::LeftArrow => Some(Problem::MissingValue(MissingValue {
            span,
            found: scene.found(),
        })),
        K::As => Some(Problem::MissingMessage(MissingMessage { span })),
        kind if kind.is_operator() => {
            Some(Problem::MissingOperand(MissingOperand { span, operator }))
        }
        _ => None,
    }
}

fn end(scene: &Scene) -> Option<Problem> {
    if scene.error.found.is_some() || operand(scene).is_some() {
        return None;
    }
    if scene.expects(Expected::Definition) {
        let first = scene.tokens.spans.first().copied();
        return Some(Problem::ExpectedDefinition(ExpectedDefinition {
            span: first.unwrap_or_default().to(scene.before().1),
            found: scene.found(),
        }));
    }
    Some(Problem::UnexpectedEnd(UnexpectedEnd {
        span: scene.span,
        expected: describe::expected(scene.error.expected),
    }))
}

/// `=` and `->`.
fn missing(scene: &Scene) -> Option<Problem> {
    let span = scene.span;
    let error = scene.error;
    let found = scene.found();
    if error.expects(K::Equal) && !error.expects(K::LeftBrace) {
        let span = scene.before().1;
        return Some(Problem::MissingEqual(MissingEqual { span, found }));
    }
    let ends_patterns = error.expects(K::If) || scene.expects(Expected::Operator);
    (error.expects(K::RightArrow) && ends_patterns)
        .then_some(Problem::ClauseArrow(ClauseArrow { span, found }))
}

/// Words that mean nothing yet, and words that mean something else.
fn reserved(scene: &Scene) -> Option<Problem> {
    let kind = scene.error.found?;
    let wants_name = scene.error.expects(K::Name)
        || scene.error.expects(K::UpName)
        || scene.expects(Expected::Name)
        || scene.expects(Expected::Pattern);
    let (span, word) = (scene.span, scene.word());
    (kind.is_reserved() || (kind.is_keyword() && wants_name))
        .then_some(Problem::ReservedWord(ReservedWord { span, word }))
}

fn names(scene: &Scene) -> Option<Problem> {
    let (span, found) = (scene.span, scene.found());
    let written = &scene.text[span.range()];
    let name = |kind: K| 1_u128 << kind as usize;
    let lower = name(K::Name) | name(K::DiscardName) | Expected::Name.set();
    let closers = name(K::RightParen) | name(K::RightBrace) | name(K::Type);
    if scene.error.expected & lower != 0 && scene.expects_only(lower | closers) {
        let hint = match scene.error.found {
            Some(K::UpName) => format!("Write `{}`.", snake_case(written)),
            Some(K::DiscardName) => "A name that is used has no underscore before it.".into(),
            _ => "Write a name.".into(),
        };
        return Some(Problem::ExpectedName(ExpectedName { span, found, hint }));
    }
    if scene.error.expects(K::UpName) && scene.expects_only(name(K::UpName) | closers | name(K::At))
    {
        let hint = match scene.error.found {
            Some(K::Name | K::DiscardName) => format!("Write `{}`.", camel_case(written)),
            _ => "Write a name in upper case.".into(),
        };
        return Some(Problem::ExpectedUpName(ExpectedUpName {
            span,
            found,
            hint,
        }));
    }
    None
}

/// One kind of thing was expected, or several.
fn one_of(scene: &Scene) -> Problem {
    let (span, found) = (scene.span, scene.found());
    let at_top = Expected::Definition.set()
        | Expected::End.set()
        | 1 << K::At as usize
        | 1 << K::Pub as usize;
    if scene.expects_only(Expected::Expression.set()) {
        let span = scene.asked_by(&[K::RightArrow]);
        Problem::ExpectedExpression(ExpectedExpression { span, found })
    } else if scene.expects_only(Expected::Pattern.set()) {
        let span = scene.asked_by(&[K::Bar, K::Colon]);
        Problem::ExpectedPattern(ExpectedPattern { span, found })
    } else if scene.expects_only(Expected::Type.set()) {
        let span = scene.asked_by(&[K::Colon, K::RightArrow, K::Equal]);
        Problem::ExpectedType(ExpectedType { span, found })
    } else if scene.expects_only(at_top) {
        Problem::ExpectedDefinition(ExpectedDefinition { span, found })
    } else {
        Problem::UnexpectedToken(UnexpectedToken {
            span,
            found,
            expected: describe::expected(scene.error.expected),
        })
    }
}

/// `wibbleWobble` and `WibbleWobble` become `wibble_wobble`.
fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for character in name.chars() {
        if character.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

/// `wibble_wobble` becomes `WibbleWobble`.
fn camel_case(name: &str) -> String {
    let words = name.split('_').filter(|word| !word.is_empty());
    let capitals = words.map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_ascii_uppercase() + rest
    });
    capitals.collect()
}
