//! What a JavaScript module exports, found with tokens alone.

mod tokens;

use std::collections::BTreeSet;

use tokens::{Token, tokens};

/// What a module exports.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Exports {
    /// The names.
    pub(super) names: BTreeSet<String>,
    /// The modules of `export * from "…"`: all that they export is exported too.
    pub(super) stars: Vec<String>,
}

/// The exports of a module. Nothing where they cannot be told for certain: names are taken apart
/// from a value, or it is not clear what is code and what is text.
pub(super) fn exports(text: &str) -> Option<Exports> {
    let tokens = tokens(text)?;
    let mut exports = Exports::default();
    let mut rest = &tokens[..];
    // Whether a comma may stand before one more name.
    let mut declaring = false;
    while let [first, after @ ..] = rest {
        rest = after;
        match first {
            Token::Word(word) if word == "export" => {
                declaring = matches!(after, [Token::Word(next), ..] if declares(next));
                rest = export(after, &mut exports)?;
            }
            Token::Word(word) if declares(word) => declaring = false,
            Token::Sign(';') => declaring = false,
            Token::Sign(',') if declaring => declared(after, &mut exports)?,
            _ => {}
        }
    }
    Some(exports)
}

fn declares(word: &str) -> bool {
    matches!(word, "const" | "let" | "var")
}

/// What stands after `export`; gives what follows that.
fn export<'a>(tokens: &'a [Token], exports: &mut Exports) -> Option<&'a [Token]> {
    let [Token::Word(word), after @ ..] = tokens else {
        return match tokens {
            [Token::Sign('*'), after @ ..] => star(after, exports),
            [Token::List(list), after @ ..] => {
                for entry in list.split(|token| *token == Token::Sign(',')) {
                    listed(entry, exports)?;
                }
                Some(after)
            }
            _ => None,
        };
    };
    match word.as_str() {
        "default" => {
            exports.names.insert("default".to_string());
            Some(after)
        }
        "async" => match after {
            [Token::Word(function), after @ ..] if function == "function" => {
                function_name(after, exports)
            }
            _ => None,
        },
        "function" => function_name(after, exports),
        "class" => name(after, exports),
        _ if declares(word) => {
            declared(after, exports)?;
            Some(after)
        }
        _ => None,
    }
}

/// `* from "…"` or `* as name from "…"`, after the star.
fn star<'a>(tokens: &'a [Token], exports: &mut Exports) -> Option<&'a [Token]> {
    match tokens {
        [Token::Word(from), Token::Text(path), after @ ..] if from == "from" => {
            exports.stars.push(path.clone());
            Some(after)
        }
        [
            Token::Word(r#as),
            Token::Word(name) | Token::Text(name),
            after @ ..,
        ] if r#as == "as" => {
            exports.names.insert(name.clone());
            Some(after)
        }
        _ => None,
    }
}

/// `a` or `a as b`
fn listed(entry: &[Token], exports: &mut Exports) -> Option<()> {
    match entry {
        [] => {}
        [Token::Word(name) | Token::Text(name)] => {
            exports.names.insert(name.clone());
        }
        [_, Token::Word(r#as), Token::Word(name) | Token::Text(name)] if r#as == "as" => {
            exports.names.insert(name.clone());
        }
        _ => return None,
    }
    Some(())
}

fn function_name<'a>(tokens: &'a [Token], exports: &mut Exports) -> Option<&'a [Token]> {
    match tokens {
        [Token::Sign('*'), after @ ..] => name(after, exports),
        _ => name(tokens, exports),
    }
}

fn name<'a>(tokens: &'a [Token], exports: &mut Exports) -> Option<&'a [Token]> {
    let [Token::Word(name), after @ ..] = tokens else {
        return None;
    };
    exports.names.insert(name.clone());
    Some(after)
}

/// A name that is declared. After a comma it may be none, which is one name too many at worst;
/// names that are taken apart from a value are not known.
fn declared(tokens: &[Token], exports: &mut Exports) -> Option<()> {
    match tokens {
        [Token::Word(name), ..] => {
            exports.names.insert(name.clone());
            Some(())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        let exports = exports(text)?;
        let names: Vec<String> = exports.names.into_iter().collect();
        let stars: Vec<String> = exports
            .stars
            .iter()
            .map(|star| format!("*{star}"))
            .collect();
        Some([names, stars].concat().join(" "))
    }

    #[test]
    fn reads_every_kind_of_export() {
        for (text, wanted) in [
            ("export function f() {}", "f"),
            ("export async function f() {}", "f"),
            ("export function* f() {}", "f"),
            ("export async function *f() {}", "f"),
            ("export class A extends B {}", "A"),
            ("export const a = 1, b = [2, 3], c = f(4, 5);", "a b c"),
            ("export let a, b;", "a b"),
            ("export var a = () => { return 1 }\nexport let b", "a b"),
            ("export { a, b as c, d as default, };", "a c default"),
            ("export { a as 'b c' } from './x.mjs';", "b c"),
            (
                "export * from \"./y.mjs\"; export * as z from './z.mjs'",
                "z *./y.mjs",
            ),
            ("export default function f() {}", "default"),
            ("export default 1;\nexport const b = 1", "b default"),
            ("#!/usr/bin/env node\nexport const $a_1 = 1", "$a_1"),
            ("", ""),
        ] {
            assert_eq!(found(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn texts_comments_and_patterns_hide_nothing() {
        for text in [
            "// export const x = 1\nexport const a = 1",
            "/* export const x = '*/ export const a = 1",
            "const t = 'export const x = \\' 1'; export const a = t",
            "const t = `export ${ { x: `}${1}` } } const x`; export const a = 1",
            "const t = /[/\"]export const x'/g; export const a = 1",
            "if (x) /'/.test(y); export const a = 1",
            "const t = (1 + 2) / 3 + x[1] / 4; export const a = 1 / t",
            "const o = { export: 1, y: o.export / 2 }; export const a = 1",
            "function f() { return /`/ }\nexport const a = 1",
            "const f = () => { let x = 1, y = 2 }; export const a = { x: 1, y: 2 }",
        ] {
            assert_eq!(found(text).as_deref(), Some("a"), "{text}");
        }
    }

    #[test]
    fn keeps_silent_when_in_doubt() {
        for text in [
            "export const { a, b } = c;",
            "export const [a] = c;",
            "export const a = 1, { b } = c;",
            "export enum A {}",
            "export const a = `open",
            "const t = 'open\nexport const a = 1",
            "const t = /open\nexport const a = 1",
            "} export const a = 1",
            "export const a = {",
            "const \\u0061 = 1",
            "{} /'/.test(x); export const a = 1",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
