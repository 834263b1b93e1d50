//! Programs that a generator makes print the same on every target and runtime.

use std::collections::BTreeMap;

use generator::{HEADER, Program, program, project};

use crate::support::{runtimes, stderr, stdout, tindra, write};

const PROGRAMS: u64 = 300;

#[test]
fn generated_programs_agree() {
    let programs: Vec<(String, Program)> = (0..PROGRAMS)
        .map(|seed| (format!("p{seed}"), program(seed)))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in project(&programs, false) {
        write(folder.path(), &path, &text);
    }
    let mut first: Option<BTreeMap<String, String>> = None;
    for runtime in runtimes() {
        let mut arguments = vec!["run", "--no-print-progress"];
        arguments.extend(&runtime);
        let output = tindra(folder.path(), &arguments);
        let text = stdout(&output);
        let end = stderr(&output);
        let end = &end[end.floor_char_boundary(end.len().saturating_sub(2000))..];
        assert!(output.status.success(), "{runtime:?}\n{end}");
        let traces: BTreeMap<String, String> = text
            .split(HEADER)
            .filter_map(|part| part.split_once('\n'))
            .map(|(name, trace)| (name.to_string(), trace.to_string()))
            .collect();
        assert_eq!(traces.len(), programs.len(), "{runtime:?}");
        let first = first.get_or_insert_with(|| traces.clone());
        for (name, trace) in &traces {
            assert_eq!(
                first[name], *trace,
                "{name} on {runtime:?}: see `cargo xtask differential`"
            );
        }
    }
}
