//! Runs emitted modules, on the embedded engine and on Node where that is installed.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use camino::Utf8Path;
use emit::javascript::{PRELUDE, package_prelude};

use crate::build::Build;

/// A folder that holds the output of a build.
pub(crate) struct Output {
    folder: tempfile::TempDir,
}

/// Writes the package `app` with one module.
pub(crate) fn output(build: &Build) -> Output {
    let output = Output {
        folder: tempfile::tempdir().unwrap(),
    };
    output.write("prelude.mjs", PRELUDE);
    output.write("app/gleam.mjs", package_prelude());
    output.write("app/ffi.mjs", FFI);
    output.module(build);
    output
}

/// Shows the value of `call`, an expression in which `m` is the module.
pub(crate) fn eval(build: &Build, call: &str) -> String {
    let output = output(build);
    output.eval(build, call)
}

impl Output {
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// Adds a module.
    pub(crate) fn module(&self, build: &Build) {
        let path = format!("{}/{}.mjs", build.module.package, build.module.name);
        self.write(&path, &build.emit());
    }

    pub(crate) fn eval(&self, build: &Build, call: &str) -> String {
        let main = format!(
            "import * as m from \"./{}/{}.mjs\";\nimport * as p from \"./prelude.mjs\";\n\
             import {{ show, log }} from \"./app/ffi.mjs\";\n\
             let result;\ntry {{ result = show({call}); }} catch (error) {{\n\
             result = \"error: \" + show({{ ...error, message: error.message }}); }}\n\
             console.log([...log, result].join(\"\\n\"));\n",
            build.module.package, build.module.name
        );
        self.write("main.mjs", &main);
        self.run("main.mjs")
    }

    /// Runs a file on every engine; all must print the same.
    pub(crate) fn run(&self, file: &str) -> String {
        let path = self.path(file);
        let path = Utf8Path::from_path(&path).unwrap();
        let mut printed = Vec::new();
        let code = js_engine::run_module_into(path, &[], &mut printed);
        let printed = String::from_utf8(printed).unwrap();
        assert_eq!(code, 0, "{printed}");
        if let Ok(output) = Command::new("node").arg(path).output() {
            let on_node = String::from_utf8_lossy(&output.stdout);
            let errors = String::from_utf8_lossy(&output.stderr);
            assert_eq!(on_node, printed, "node and the engine differ\n{errors}");
        }
        printed.trim_end().to_owned()
    }
}

/// Functions that hand-written JavaScript would hold.
const FFI: &str = r#"
import * as p from "./gleam.mjs";

export const log = [];

export function say(value) {
  log.push(show(value));
  return value;
}

export function show(value) {
  if (value === undefined) return "Nil";
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "fn";
  if (Array.isArray(value)) return `#(${value.map(show).join(", ")})`;
  if (value instanceof p.List) return `[${value.toArray().map(show).join(", ")}]`;
  if (value instanceof p.BitArray) {
    const bits = [];
    for (let i = 0; i < value.bitSize; i++) {
      bits.push((value.byteAt(Math.floor(i / 8)) >> (7 - (i % 8))) & 1);
    }
    return `<<${bits.join("").replace(/.{8}/g, (byte) => parseInt(byte, 2) + " ").trim()}>>`;
  }
  if (typeof value === "object" && value !== null) {
    const fields = Object.keys(value).map((key) => `${key}: ${show(value[key])}`);
    return `${value.constructor.name}(${fields.join(", ")})`;
  }
  return String(value);
}
"#;
