//! A project that runs many programs.

use crate::program::Program;

/// Stands before the name of a program in what the project prints.
pub const HEADER: &str = "=== program ";

/// The files of a project, `generated`, whose programs are `programs`, each with its name. It prints
/// for each a line with [`HEADER`] and the name, and its trace.
pub fn project(programs: &[(String, Program)], is_plain: bool) -> Vec<(String, String)> {
    let mut imports = String::new();
    let mut calls = String::new();
    let mut files = Vec::new();
    for (name, program) in programs {
        imports.push_str(&format!("import {name}\n"));
        calls.push_str(&format!(
            "  support.program(\"{HEADER}{name}\", {name}.main)\n"
        ));
        for (module, text) in program.print(name, is_plain) {
            files.push((format!("src/{module}.gleam"), text));
        }
    }
    let main =
        format!("import support\n{imports}\npub fn main() {{\n{calls}  support.flush()\n}}\n");
    let own = [
        ("gleam.toml", "name = \"generated\"\nversion = \"1.0.0\"\n"),
        ("src/generated.gleam", &main),
        ("src/support.gleam", include_str!("support/support.gleam")),
        (
            "src/support_ffi.erl",
            include_str!("support/support_ffi.erl"),
        ),
        (
            "src/run_programs.mjs",
            include_str!("support/run_programs.mjs"),
        ),
        (
            "src/support_ffi.mjs",
            include_str!("support/support_ffi.mjs"),
        ),
    ];
    files.extend(own.map(|(path, text)| (path.to_string(), text.to_string())));
    files
}
