//! The words of the language. Tokens carry no text: it is recovered from their spans.

use logos::Logos;
use source::Span;

/// What a token is. One byte, so that a file's tokens are a plain byte string to the grammar.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[logos(skip r"[ \t\x0C\r\n]+")]
#[repr(u8)]
#[expect(
    missing_docs,
    reason = "a variant is named after the text it stands for"
)]
pub enum TokenKind {
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("auto")]
    Auto,
    #[token("case")]
    Case,
    #[token("const")]
    Const,
    #[token("delegate")]
    Delegate,
    #[token("derive")]
    Derive,
    #[token("echo")]
    Echo,
    #[token("else")]
    Else,
    #[token("fn")]
    Fn,
    #[token("if")]
    If,
    #[token("implement")]
    Implement,
    #[token("import")]
    Import,
    #[token("let")]
    Let,
    #[token("macro")]
    Macro,
    #[token("opaque")]
    Opaque,
    #[token("panic")]
    Panic,
    #[token("pub")]
    Pub,
    #[token("test")]
    Test,
    #[token("todo")]
    Todo,
    #[token("type")]
    Type,
    #[token("use")]
    Use,

    /// `wibble`
    #[regex("[a-z][A-Za-z0-9_]*")]
    Name,
    /// `_`, `_wibble`
    #[regex("_[A-Za-z0-9_]*")]
    DiscardName,
    /// `Wibble`
    #[regex("[A-Z][A-Za-z0-9_]*")]
    UpName,
    /// Loose on purpose: which digits and underscores are wrong is said by the literal check.
    #[regex("-?[0-9][0-9_]*")]
    #[regex("-?0[xXoObB][0-9a-fA-F_]*")]
    Int,
    /// Loose in the same way.
    #[regex(r"-?[0-9][0-9_]*\.[0-9_]*(e-?[0-9_]*)?")]
    Float,
    #[regex(r#""([^"\\]|\\(?s:.))*""#)]
    String,

    #[token("(")]
    LeftParen,
    #[token(")")]
    RightParen,
    #[token("[")]
    LeftSquare,
    #[token("]")]
    RightSquare,
    #[token("{")]
    LeftBrace,
    #[token("}")]
    RightBrace,
    #[token("<<")]
    LtLt,
    #[token(">>")]
    GtGt,
    #[token(",")]
    Comma,
    #[token(".")]
    Dot,
    #[token("..")]
    DotDot,
    #[token(":")]
    Colon,
    #[token("#")]
    Hash,
    #[token("@")]
    At,
    #[token("=")]
    Equal,
    #[token("->")]
    RightArrow,
    #[token("<-")]
    LeftArrow,
    #[token("|")]
    Bar,
    #[token("|>")]
    Pipe,
    #[token("!")]
    Bang,
    #[token("||")]
    BarBar,
    #[token("&&")]
    AmpAmp,
    #[token("==")]
    EqualEqual,
    #[token("!=")]
    BangEqual,
    #[token("<")]
    Less,
    #[token("<=")]
    LessEqual,
    #[token(">")]
    Greater,
    #[token(">=")]
    GreaterEqual,
    #[token("<.")]
    LessDot,
    #[token("<=.")]
    LessEqualDot,
    #[token(">.")]
    GreaterDot,
    #[token(">=.")]
    GreaterEqualDot,
    #[token("<>")]
    LtGt,
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("/")]
    Slash,
    #[token("%")]
    Percent,
    #[token("+.")]
    PlusDot,
    #[token("-.")]
    MinusDot,
    #[token("*.")]
    StarDot,
    #[token("/.")]
    SlashDot,

    // What follows never reaches the grammar as it is: comments become trivia, the rest becomes
    // a problem and `Error`, or the token that was meant.
    /// `// …`
    #[regex(r"//[^\r\n]*", allow_greedy = true)]
    Comment,
    /// A string without its closing quote.
    #[regex(r#""([^"\\]|\\(?s:.))*\\?"#)]
    OpenString,
    /// `===`
    #[token("===")]
    TripleEqual,
    /// `<<<<<<<`, `=======`, `>>>>>>>`
    #[regex("={7}|<{7}|>{7}")]
    ConflictMarker,
    /// `+=`, `++`, …
    #[regex(r"[-+*/%]=|\+\+")]
    Procedural,
    /// A character that begins no token; already reported.
    #[regex("(?s:.)", priority = 0)]
    Error,
}

impl TokenKind {
    /// How many kinds there are.
    pub const COUNT: usize = Self::Error as usize + 1;

    /// All kinds, and how to call each.
    pub(crate) const ALL: [(Self, &'static str); Self::COUNT] = [
        (Self::As, "`as`"),
        (Self::Assert, "`assert`"),
        (Self::Auto, "`auto`"),
        (Self::Case, "`case`"),
        (Self::Const, "`const`"),
        (Self::Delegate, "`delegate`"),
        (Self::Derive, "`derive`"),
        (Self::Echo, "`echo`"),
        (Self::Else, "`else`"),
        (Self::Fn, "`fn`"),
        (Self::If, "`if`"),
        (Self::Implement, "`implement`"),
        (Self::Import, "`import`"),
        (Self::Let, "`let`"),
        (Self::Macro, "`macro`"),
        (Self::Opaque, "`opaque`"),
        (Self::Panic, "`panic`"),
        (Self::Pub, "`pub`"),
        (Self::Test, "`test`"),
        (Self::Todo, "`todo`"),
        (Self::Type, "`type`"),
        (Self::Use, "`use`"),
        (Self::Name, "a name"),
        (Self::DiscardName, "a discard such as `_`"),
        (Self::UpName, "a name in upper case"),
        (Self::Int, "a number"),
        (Self::Float, "a number with a point"),
        (Self::String, "a string"),
        (Self::LeftParen, "`(`"),
        (Self::RightParen, "`)`"),
        (Self::LeftSquare, "`[`"),
        (Self::RightSquare, "`]`"),
        (Self::LeftBrace, "`{`"),
        (Self::RightBrace, "`}`"),
        (Self::LtLt, "`<<`"),
        (Self::GtGt, "`>>`"),
        (Self::Comma, "`,`"),
        (Self::Dot, "`.`"),
        (Self::DotDot, "`..`"),
        (Self::Colon, "`:`"),
        (Self::Hash, "`#`"),
        (Self::At, "`@`"),
        (Self::Equal, "`=`"),
        (Self::RightArrow, "`->`"),
        (Self::LeftArrow, "`<-`"),
        (Self::Bar, "`|`"),
        (Self::Pipe, "`|>`"),
        (Self::Bang, "`!`"),
        (Self::BarBar, "`||`"),
        (Self::AmpAmp, "`&&`"),
        (Self::EqualEqual, "`==`"),
        (Self::BangEqual, "`!=`"),
        (Self::Less, "`<`"),
        (Self::LessEqual, "`<=`"),
        (Self::Greater, "`>`"),
        (Self::GreaterEqual, "`>=`"),
        (Self::LessDot, "`<.`"),
        (Self::LessEqualDot, "`<=.`"),
        (Self::GreaterDot, "`>.`"),
        (Self::GreaterEqualDot, "`>=.`"),
        (Self::LtGt, "`<>`"),
        (Self::Plus, "`+`"),
        (Self::Minus, "`-`"),
        (Self::Star, "`*`"),
        (Self::Slash, "`/`"),
        (Self::Percent, "`%`"),
        (Self::PlusDot, "`+.`"),
        (Self::MinusDot, "`-.`"),
        (Self::StarDot, "`*.`"),
        (Self::SlashDot, "`/.`"),
        (Self::Comment, "a comment"),
        (Self::OpenString, "a string"),
        (Self::TripleEqual, "`===`"),
        (Self::ConflictMarker, "a conflict marker"),
        (Self::Procedural, "an operator"),
        (Self::Error, "something else"),
    ];

    /// Whether it is a word that cannot be a name.
    pub fn is_keyword(self) -> bool {
        self <= Self::Use
    }

    /// Whether it is a word that is kept for later.
    pub fn is_reserved(self) -> bool {
        matches!(
            self,
            Self::Auto
                | Self::Delegate
                | Self::Derive
                | Self::Else
                | Self::Implement
                | Self::Macro
                | Self::Test
        )
    }

    /// Whether it stands between two operands, or before one.
    pub fn is_operator(self) -> bool {
        (self >= Self::Pipe && self <= Self::SlashDot) || self == Self::Bang
    }

    /// The closing token for an opening one.
    pub fn closer(self) -> Option<Self> {
        Some(match self {
            Self::LeftParen => Self::RightParen,
            Self::LeftSquare => Self::RightSquare,
            Self::LeftBrace => Self::RightBrace,
            Self::LtLt => Self::GtGt,
            _ => return None,
        })
    }

    /// Whether it closes something.
    pub fn is_closer(self) -> bool {
        matches!(
            self,
            Self::RightParen | Self::RightSquare | Self::RightBrace | Self::GtGt
        )
    }
}

/// A file's tokens: parallel vectors of equal length, in order, without overlap.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tokens {
    /// What each is.
    pub kinds: Vec<TokenKind>,
    /// Where each stands.
    pub spans: Vec<Span>,
}

impl Tokens {
    /// Adds a token after the others.
    pub fn push(&mut self, kind: TokenKind, span: Span) {
        self.kinds.push(kind);
        self.spans.push(span);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// The tokens in order.
    pub fn iter(&self) -> impl Iterator<Item = (TokenKind, Span)> {
        self.kinds.iter().copied().zip(self.spans.iter().copied())
    }
}
