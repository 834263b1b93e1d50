//! Pages that show a source and how it is formatted. The language is a fence `gleam`, the result `formatted`,
//! or `partly-formatted` if some of it does not parse.

use std::fs;
use std::path::Path;

use source::FileId;
use testkit::{difference, pages_below};

/// With `UPDATE=1` fills the pages.
#[test]
fn sources_are_formatted_as_pages_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let update = std::env::var_os("UPDATE").is_some();
    let mut problems = Vec::new();
    let mut count = 0;
    for page in pages_below(&folder).unwrap() {
        let mut bodies = Vec::new();
        for (index, case) in page.cases.iter().enumerate() {
            let sources = case.fences.iter().filter(|fence| fence.tag == "gleam");
            let expected = case.fences.iter().enumerate();
            let expected = expected.filter(|(_, fence)| is_result(&fence.tag));
            for (source, (fence, expected)) in sources.zip(expected) {
                count += 1;
                let formatted = if expected.tag == "formatted" {
                    let formatted = format::format(FileId(0), &source.body);
                    formatted.unwrap_or_else(|found| format!("{found:#?}\n"))
                } else {
                    format::format_partly(FileId(0), &source.body)
                };
                if formatted != expected.body {
                    let found = difference(&expected.body, &formatted);
                    problems.push(format!("{}: {}\n{found}", page.path.display(), case.name));
                    bodies.push((index, fence, formatted));
                }
            }
        }
        if update && !bodies.is_empty() {
            fs::write(&page.path, page.with_bodies(&bodies)).unwrap();
        }
    }
    assert!(count > 20, "only {count} examples");
    assert!(update || problems.is_empty(), "{}", problems.join("\n"));
}

fn is_result(tag: &str) -> bool {
    matches!(tag, "formatted" | "partly-formatted")
}
