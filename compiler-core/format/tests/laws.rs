//! Laws, on all sources of the project and of the pages.

use std::fs;
use std::io;
use std::path::Path;

use source::FileId;
use syntax::CommentKind;
use syntax::ast::ItemKind;
use syntax::lexer::lex;
use testkit::pages_below;

/// A source and a name for it.
struct Source {
    name: String,
    text: String,
    /// Whether it is a file of the project, which are as people write them.
    is_file: bool,
}

fn gleam_files(folder: &Path, found: &mut Vec<Source>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && path.file_name().is_none_or(|name| name != "build") {
            gleam_files(&path, found)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "gleam")
        {
            found.push(Source {
                name: path.display().to_string(),
                text: fs::read_to_string(&path)?,
                is_file: true,
            });
        }
    }
    Ok(())
}

fn sources() -> io::Result<Vec<Source>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for folder in ["../../stdlib", "../../test-projects"] {
        gleam_files(&root.join(folder), &mut sources)?;
    }
    for page in pages_below(&root.join("tests/pages"))? {
        for case in &page.cases {
            sources.extend(case.tagged("gleam").map(|fence| Source {
                name: case.name.clone(),
                text: fence.body.clone(),
                is_file: false,
            }));
        }
    }
    Ok(sources)
}

#[test]
fn formatting_twice_changes_nothing_more() {
    let mut count = 0;
    for Source { name, text, .. } in sources().unwrap() {
        let Ok(once) = format::format(FileId(0), &text) else {
            continue;
        };
        count += 1;
        let twice = format::format(FileId(0), &once).unwrap();
        assert_eq!(once, twice, "{name}");
        assert!(once.ends_with('\n') && !once.ends_with("\n\n"), "{name}");
    }
    assert!(count > 200, "only {count} sources");
}

/// The comments, those of the module first.
fn comments(text: &str) -> Vec<&str> {
    let trivia = lex(text).trivia;
    let of_kind = |module: bool| {
        let comments = trivia.comments.clone().into_iter();
        comments.filter(move |comment| (comment.kind == CommentKind::Module) == module)
    };
    of_kind(true)
        .chain(of_kind(false))
        .map(|comment| &text[comment.span.range()])
        .collect()
}

/// A number however it is written.
fn number(word: &str) -> String {
    let plain = word.replace('_', "").to_lowercase();
    match plain.parse::<f64>() {
        Ok(value) if plain.contains('.') => value.to_string(),
        _ => plain,
    }
}

/// The tokens, without commas that nothing follows, and digits in groups.
fn tokens(text: &str) -> Vec<String> {
    let lexed = lex(text).tokens;
    let words: Vec<&str> = lexed.iter().map(|(_, span)| &text[span.range()]).collect();
    let closes =
        |word: Option<&&str>| word.is_some_and(|word| [")", "]", "}", ">>"].contains(word));
    let kept = words.iter().enumerate();
    let kept = kept.filter(|(index, word)| !(**word == "," && closes(words.get(index + 1))));
    let is_number = |word: &str| {
        word.trim_start_matches('-')
            .starts_with(|c: char| c.is_ascii_digit())
    };
    kept.map(|(_, word)| {
        if is_number(word) {
            number(word)
        } else {
            (*word).to_string()
        }
    })
    .collect()
}

#[test]
fn comments_and_tokens_stay() {
    for Source {
        name,
        text,
        is_file,
    } in sources().unwrap()
    {
        let Ok(formatted) = format::format(FileId(0), &text) else {
            continue;
        };
        assert_eq!(comments(&text), comments(&formatted), "{name}");
        if !is_file {
            // The pages are about what is rewritten.
            continue;
        }
        assert_eq!(definitions(&text), definitions(&formatted), "{name}");
    }
}

/// The tokens behind the imports.
fn definitions(text: &str) -> Vec<String> {
    let parsed = syntax::parse(FileId(0), text);
    let items = parsed.module.items.iter();
    let imports = items.filter(|item| matches!(item.kind, ItemKind::Import(_)));
    let end = imports.map(|item| item.span.end).max().unwrap_or_default();
    tokens(&text[end as usize..])
}

#[test]
fn deep_sources_are_formatted() {
    for (open, close) in [
        ("[", "]"),
        ("f(", ")"),
        ("{ ", " }"),
        ("fn() { ", " }"),
        ("#(", ")"),
    ] {
        let text = format!(
            "fn main() {{ {}1{} }}",
            open.repeat(1_000),
            close.repeat(1_000)
        );
        let formatted = format::format(FileId(0), &text).unwrap();
        assert!(formatted.len() > 20, "{open}");
    }
    let chain = "1 + ".repeat(5_000);
    let formatted = format::format(FileId(0), &format!("fn main() {{ {chain}1 }}")).unwrap();
    assert_eq!(formatted.lines().count(), 5_003);
}

/// The text without its token in the middle.
fn cut(text: &str) -> Option<String> {
    let lexed = lex(text);
    let span = lexed.tokens.spans.get(lexed.tokens.spans.len() / 2)?;
    Some(format!(
        "{}{}",
        &text[..span.start as usize],
        &text[span.end as usize..]
    ))
}

#[test]
fn what_is_broken_is_left_alone_and_all_comments_stay() {
    let (mut count, mut broken) = (0, 0);
    for source in sources().unwrap() {
        let Some(text) = cut(&source.text) else {
            continue;
        };
        count += 1;
        broken += usize::from(format::format(FileId(0), &text).is_err());
        let once = format::format_partly(FileId(0), &text);
        let twice = format::format_partly(FileId(0), &once);
        assert!(once == twice, "{}\n{once}", source.name);
        assert_eq!(
            comments(&text).len(),
            comments(&once).len(),
            "{}",
            source.name
        );
    }
    assert!(count > 100 && broken > 50, "{broken} of {count} are broken");
}
