//! The formats of problems (docs/messages.md).

use serde_json::Value;

use crate::support::{app, stderr, stdout, tindra};

/// An error and a warning, behind characters of several bytes.
const SOURCE: &str =
    "pub fn main() {\n  let x = \"ä\" <> wibble\n}\n\nfn add() {\n  1.0 + 2.0\n}\n";

fn told(command: &str, format: &str) -> (String, String) {
    let folder = app(SOURCE);
    let output = tindra(folder.path(), &[command, "--message-format", format]);
    assert_eq!(output.status.code(), Some(1));
    (stdout(&output), stderr(&output))
}

#[test]
fn json_has_an_object_a_line_and_a_summary() {
    for command in ["check", "build", "run"] {
        let (out, err) = told(command, "json");
        let lines: Vec<Value> = out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert!(lines.iter().all(|line| line["version"] == 1), "{out}");
        let unknown = lines.iter().find(|it| it["code"] == "T0206").unwrap();
        let place = &unknown["spans"][0];
        let start = place["start"].as_u64().unwrap() as usize;
        let end = place["end"].as_u64().unwrap() as usize;
        assert_eq!(&SOURCE[start..end], "wibble");
        assert_eq!((&place["line"], &place["column"]), (&2.into(), &18.into()));
        let operator = lines.iter().find(|it| it["code"] == "T0232").unwrap();
        assert_eq!(operator["fixes"][0]["applicability"], "safe");
        assert_eq!(operator["fixes"][0]["edits"][0]["replacement"], "+.");
        let summary = lines.last().unwrap();
        assert_eq!(summary["kind"], "summary");
        let of = |word| lines.iter().filter(|it| it["severity"] == word).count();
        assert_eq!(summary["errors"], of("error"));
        assert_eq!(summary["warnings"], of("warning"));
        assert!(!err.contains("T0206"), "{err}");
    }
}

#[test]
fn short_has_a_line_each_and_a_summary() {
    let (out, err) = told("check", "short");
    assert_eq!(out, "");
    let line = err.lines().find(|line| line.contains("T0206")).unwrap();
    assert!(
        line.starts_with("src/app.gleam:2:18: error[T0206]: Unknown variable: "),
        "{line}"
    );
    let counts = err.lines().last().unwrap();
    assert!(counts.starts_with("2 errors and "), "{counts}");
}

#[test]
fn github_gets_workflow_commands() {
    let (out, _) = told("check", "github");
    let line = out.lines().find(|line| line.contains("T0206")).unwrap();
    let head = "::error file=src/app.gleam,line=2,col=18,endColumn=24,title=T0206%3A ";
    assert!(line.starts_with(head), "{line}");
}

#[test]
fn sarif_is_one_document_also_without_problems() {
    let (out, _) = told("check", "sarif");
    let document: Value = serde_json::from_str(&out).unwrap();
    let results = document["runs"][0]["results"].as_array().unwrap();
    let unknown = results.iter().find(|it| it["ruleId"] == "T0206").unwrap();
    let place = &unknown["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "src/app.gleam");
    assert_eq!(place["region"]["startColumn"], 18);
    let rules = document["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    assert!(rules.iter().any(|rule| rule["id"] == "T0206"), "{out}");

    let folder = app("pub fn main() {\n  1\n}\n");
    let output = tindra(folder.path(), &["check", "--message-format", "sarif"]);
    let document: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(document["version"], "2.1.0");
    assert_eq!(document["runs"][0]["results"], Value::Array(Vec::new()));
}

#[test]
fn warnings_alone_are_counted_and_told_again() {
    let folder = app("pub fn main() {\n  let x = 1\n  2\n}\n");
    for _ in 0..2 {
        let output = tindra(folder.path(), &["check"]);
        assert!(output.status.success());
        let err = stderr(&output);
        assert!(
            err.contains("T0410") && err.contains("1 warning\n"),
            "{err}"
        );
    }
}
