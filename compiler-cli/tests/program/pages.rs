//! Runs the cases of `compiler-core/tests/pages` that have an `output` fence: all in one program, on
//! every target and runtime, which must agree.

use std::fs;

use crate::support::{app, root, runtimes, stderr, stdout, tindra, write};
use testkit::{difference, pages_below};

const MARK: &str = "=== case ";

#[test]
fn programs_print_what_pages_say() {
    let pages = pages_below(&root().join("compiler-core/tests/pages")).unwrap();
    let mut cases = Vec::new();
    for (page, found) in pages.iter().enumerate() {
        for (case, content) in found.cases.iter().enumerate() {
            let fence = content
                .fences
                .iter()
                .position(|fence| fence.tag == "output");
            cases.extend(fence.map(|fence| (page, case, fence)));
        }
    }
    assert!(!cases.is_empty(), "no page has output");
    let mut main = String::from("import gleam/io\n");
    let mut calls = String::new();
    let folder = app("");
    for (index, (page, case, _)) in cases.iter().enumerate() {
        let source = pages[*page].cases[*case].tagged("gleam").next().unwrap();
        write(
            folder.path(),
            &format!("src/case_{index}.gleam"),
            &source.body,
        );
        main.push_str(&format!("import case_{index}\n"));
        calls.push_str(&format!(
            "  io.println(\"{MARK}{index}\")\n  case_{index}.main()\n"
        ));
    }
    write(
        folder.path(),
        "src/app.gleam",
        &format!("{main}\npub fn main() {{\n{calls}}}\n"),
    );
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = Vec::new();
    for runtime in runtimes() {
        let mut arguments = vec!["run"];
        arguments.extend(&runtime);
        let output = tindra(folder.path(), &arguments);
        let text = stdout(&output);
        assert!(
            output.status.success(),
            "{runtime:?}\n{text}\n{}",
            stderr(&output)
        );
        let printed: Vec<&str> = text.split(MARK).skip(1).collect();
        let mut updates = vec![Vec::new(); pages.len()];
        for (index, (page, case, fence)) in cases.iter().enumerate() {
            let (_, found) = printed[index].split_once('\n').unwrap();
            let expected = &pages[*page].cases[*case].fences[*fence].body;
            if found != expected {
                let name = &pages[*page].cases[*case].name;
                failures.push(format!(
                    "{name} {runtime:?}\n{}",
                    difference(expected, found)
                ));
                updates[*page].push((*case, *fence, found.to_string()));
            }
        }
        if update {
            for (page, updates) in pages
                .iter()
                .zip(updates)
                .filter(|(_, found)| !found.is_empty())
            {
                fs::write(&page.path, page.with_bodies(&updates)).unwrap();
            }
            return;
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
