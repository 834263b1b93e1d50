//! What is wrong with a project as a whole: packages, files, names, `main`.

use crate::support::{stderr, tindra, write};

type Files<'a> = &'a [(&'a str, &'a str)];

const MAIN: (&str, &str) = ("src/app.gleam", "pub fn main() {\n  1\n}\n");

/// Runs the program on a project that it must refuse, with one error of this code.
fn refused(files: Files<'_>, arguments: &[&str], code: &str) {
    let folder = tempfile::tempdir().unwrap();
    let config = ("gleam.toml", "name = \"app\"\nversion = \"1.0.0\"\n");
    for (path, text) in [config, MAIN].iter().chain(files) {
        write(folder.path(), path, text);
    }
    let output = tindra(folder.path(), arguments);
    let text = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains(&format!("error[{code}]")), "{text}");
    assert_eq!(text.matches("error[").count(), 1, "{text}");
}

const ONE: &str = "pub const one = 1\n";

// Covers: E:DuplicateModule
#[test]
fn a_module_is_there_once() {
    refused(&[("test/app.gleam", ONE)], &["check"], "T0505");
    let config =
        "name = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nx = { path = \"packages/x\" }\n";
    let files = [
        ("gleam.toml", config),
        (
            "packages/x/gleam.toml",
            "name = \"x\"\nversion = \"1.0.0\"\n",
        ),
        ("packages/x/src/app.gleam", ONE),
    ];
    refused(&files, &["check"], "T0505");
}

// Covers: E:DuplicateNativeErlangModule
#[test]
fn an_erlang_module_is_there_once() {
    let files = [
        ("src/one/helper.erl", "-module(helper).\n"),
        ("src/two/helper.erl", "-module(helper).\n"),
    ];
    refused(&files, &["build"], "T0506");
}

// Covers: E:ClashingGleamModuleAndNativeFileName
#[test]
fn native_files_and_modules_do_not_share_names() {
    refused(
        &[("src/app.mjs", "export const x = 1;\n")],
        &["build"],
        "T0506",
    );
    let files = [("src/a/b.gleam", ONE), ("src/a@b.erl", "-module(a@b).\n")];
    refused(&files, &["build"], "T0506");
}

// Covers: E:PackageCycle
#[test]
fn packages_do_not_need_each_other() {
    let config =
        "name = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nx = { path = \"packages/x\" }\n";
    let x = "name = \"x\"\nversion = \"1.0.0\"\n[dependencies]\ny = { path = \"../y\" }\n";
    let y = "name = \"y\"\nversion = \"1.0.0\"\n[dependencies]\nx = { path = \"../x\" }\n";
    let files = [
        ("gleam.toml", config),
        ("packages/x/gleam.toml", x),
        ("packages/y/gleam.toml", y),
    ];
    refused(&files, &["check"], "T0504");
}

// Covers: E:DuplicateDependency
#[test]
fn a_dependency_is_listed_once() {
    let config = "name = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nx = \">= 1.0.0\"\n[dev_dependencies]\nx = \">= 1.0.0\"\n";
    refused(&[("gleam.toml", config)], &["check"], "T0517");
}

// Covers: E:WrongDependencyProvided
#[test]
fn a_path_leads_to_the_package_that_is_named() {
    let config =
        "name = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nx = { path = \"packages/x\" }\n";
    let files = [
        ("gleam.toml", config),
        (
            "packages/x/gleam.toml",
            "name = \"y\"\nversion = \"1.0.0\"\n",
        ),
    ];
    refused(&files, &["check"], "T0518");
}

// Covers: E:ProvidedDependencyConflict
#[test]
fn all_paths_of_a_package_lead_to_one_folder() {
    let config = "name = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nx = { path = \"packages/x\" }\nz = { path = \"packages/z\" }\n";
    let x = "name = \"x\"\nversion = \"1.0.0\"\n";
    let z = "name = \"z\"\nversion = \"1.0.0\"\n[dependencies]\nx = { path = \"../w\" }\n";
    let files = [
        ("gleam.toml", config),
        ("packages/x/gleam.toml", x),
        ("packages/w/gleam.toml", x),
        ("packages/z/gleam.toml", z),
    ];
    refused(&files, &["check"], "T0519");
}

// Covers: E:FileIo
#[test]
fn a_path_leads_to_a_package() {
    let config =
        "name = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nx = { path = \"nowhere\" }\n";
    refused(&[("gleam.toml", config)], &["check"], "T0502");
}

// Covers: E:FileIo.Parse, E:InvalidVersionFormat
#[test]
fn the_configuration_can_be_read() {
    for config in [
        "name = ",
        "name = \"App\"\nversion = \"1.0.0\"\n",
        "name = \"app\"\nversion = \"banana\"\n",
        "name = \"app\"\nversion = \"1.0.0\"\ngleam = \"banana\"\n",
    ] {
        refused(&[("gleam.toml", config)], &["check"], "T0501");
    }
}

// Covers: E:IncompatibleCompilerVersion
#[test]
fn a_package_allows_this_version_of_the_language() {
    let config = "name = \"app\"\nversion = \"1.0.0\"\ngleam = \">= 2.0.0\"\n";
    refused(&[("gleam.toml", config)], &["check"], "T0516");
}

// Covers: E:UnableToFindProjectRoot
#[test]
fn commands_need_a_project() {
    let folder = tempfile::tempdir().unwrap();
    let output = tindra(folder.path(), &["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("error[T0600]"));
}

// Covers: E:InvalidProjectName
#[test]
fn a_project_has_a_name_that_packages_can_have() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "Wibble",
        "wib-ble",
        "gleam_wibble",
        "lists",
        "type",
        "gleam",
        "receive",
        "1a",
    ] {
        let output = tindra(
            folder.path(),
            &["new", "wibble", "--skip-git", "--name", name],
        );
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(stderr(&output).contains("error[T0608]"), "{name}");
    }
}

// Covers: E:ModuleDoesNotExist
#[test]
fn the_module_to_run_is_there() {
    refused(
        &[],
        &["run", "-m", "wibble", "--target", "javascript"],
        "T0603",
    );
}

// Covers: E:ModuleDoesNotHaveMainFunction
#[test]
fn the_module_to_run_has_a_main_function() {
    refused(
        &[("src/wibble.gleam", ONE)],
        &["run", "-m", "wibble", "--target", "javascript"],
        "T0604",
    );
}

// Covers: E:MainFunctionIsPrivate
#[test]
fn the_main_function_is_public() {
    let module = "pub const one = 1\n\nfn main() {\n  1\n}\n\npub fn other() {\n  main()\n}\n";
    refused(
        &[("src/wibble.gleam", module)],
        &["run", "-m", "wibble", "--target", "javascript"],
        "T0605",
    );
}

// Covers: E:MainFunctionHasWrongArity
#[test]
fn the_main_function_takes_nothing() {
    let module = "pub fn main(x) {\n  x\n}\n";
    refused(
        &[("src/wibble.gleam", module)],
        &["run", "-m", "wibble", "--target", "javascript"],
        "T0606",
    );
}

// Covers: E:MainFunctionDoesNotSupportTarget
#[test]
fn the_main_function_runs_on_the_target() {
    let config =
        "name = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nx = { path = \"packages/x\" }\n";
    let files = [
        ("gleam.toml", config),
        (
            "packages/x/gleam.toml",
            "name = \"x\"\nversion = \"1.0.0\"\n",
        ),
        (
            "packages/x/src/x.gleam",
            "@external(erlang, \"m\", \"f\")\npub fn main() -> Int\n",
        ),
    ];
    refused(
        &files,
        &["run", "-m", "x", "--target", "javascript"],
        "T0607",
    );
}

// Covers: E:ForbiddenWarnings
#[test]
fn warnings_can_be_forbidden() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "gleam.toml",
        "name = \"app\"\nversion = \"1.0.0\"\n",
    );
    write(
        folder.path(),
        "src/app.gleam",
        "pub fn main() {\n  let x = 1\n  2\n}\n",
    );
    let arguments = ["build", "--target", "javascript"];
    let allowed = tindra(folder.path(), &arguments);
    assert_eq!(allowed.status.code(), Some(0), "{}", stderr(&allowed));
    for _ in 0..2 {
        let forbidden = tindra(
            folder.path(),
            &[&arguments[..], &["--warnings-as-errors"]].concat(),
        );
        let text = stderr(&forbidden);
        assert_eq!(forbidden.status.code(), Some(1), "{text}");
        assert_eq!(text.matches("warning[T0410]").count(), 1, "{text}");
    }
}
