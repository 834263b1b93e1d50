//! The modules that externals name: which file or module each is, and what it exports.

use std::collections::{BTreeMap, BTreeSet};

use analysis::interface::{Interface, ValueKind};
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use source::Name;

use super::{OtpExports, erlang, javascript};
use crate::host::Host;
use crate::schedule::CheckedModule;
use crate::workspace::Workspace;

/// The modules at hand. Each file is read once, when somebody asks for it.
pub(super) struct Known<'a> {
    host: &'a dyn Host,
    modules: &'a BTreeMap<Name, CheckedModule>,
    otp: &'a OtpExports,
    erlang_files: BTreeMap<&'a str, &'a Utf8Path>,
    /// By the names that they have in the output.
    javascript_files: BTreeMap<Utf8PathBuf, JavaScriptFile<'a>>,
    erlang: BTreeMap<String, Option<BTreeSet<(String, usize)>>>,
    javascript: BTreeMap<Utf8PathBuf, Option<javascript::Exports>>,
}

enum JavaScriptFile<'a> {
    Native(&'a Utf8Path),
    Gleam(Name),
    Prelude(&'static str),
}

impl<'a> Known<'a> {
    pub(super) fn new(
        host: &'a dyn Host,
        workspace: &'a Workspace,
        modules: &'a BTreeMap<Name, CheckedModule>,
        otp: &'a OtpExports,
    ) -> Self {
        Self {
            host,
            modules,
            otp,
            erlang_files: erlang_files(workspace),
            javascript_files: javascript_files(workspace),
            erlang: BTreeMap::new(),
            javascript: BTreeMap::new(),
        }
    }

    /// The functions that an Erlang module exports; nothing if that is not known.
    pub(super) fn erlang(&mut self, module: &str) -> Option<&BTreeSet<(String, usize)>> {
        if !self.erlang.contains_key(module) {
            let found = self.erlang_exports(module);
            self.erlang.insert(module.to_string(), found);
        }
        self.erlang.get(module)?.as_ref()
    }

    fn erlang_exports(&self, module: &str) -> Option<BTreeSet<(String, usize)>> {
        if let Some(path) = self.erlang_files.get(module) {
            let header = |name: &str| self.text(self.erlang_files.get(file_name(name))?);
            return erlang::exports(&self.text(path)?, &header);
        }
        if let Some(name) = gleam_module(self.modules, module) {
            return Some(gleam_functions(self.modules[&name].interface()?));
        }
        self.otp.get(module)?.clone()
    }

    /// Whether a file of the output is at hand.
    pub(super) fn is_javascript_file(&self, path: &Utf8Path) -> bool {
        self.javascript_files.contains_key(path)
    }

    /// The names that a file of the output exports; nothing if that is not known.
    pub(super) fn javascript(&mut self, path: &Utf8Path) -> Option<BTreeSet<String>> {
        let mut names = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut waiting = vec![path.to_path_buf()];
        while let Some(path) = waiting.pop() {
            if !seen.insert(path.clone()) {
                continue;
            }
            if !self.javascript.contains_key(&path) {
                let found = self.javascript_exports(&path);
                self.javascript.insert(path.clone(), found);
            }
            let exports = self.javascript.get(&path)?.as_ref()?;
            // Stars leave out the default.
            let first = seen.len() == 1;
            let own = exports.names.iter();
            names.extend(own.filter(|name| first || *name != "default").cloned());
            for star in &exports.stars {
                waiting.push(relative(path.as_str(), star)?);
            }
        }
        Some(names)
    }

    fn javascript_exports(&self, path: &Utf8Path) -> Option<javascript::Exports> {
        let text = match self.javascript_files.get(path)? {
            JavaScriptFile::Native(file) => {
                let exports = javascript::exports(&self.text(file)?)?;
                // A file that exports nothing may be of the older sort of modules.
                let modern = file.extension() == Some("mjs")
                    || !(exports.names.is_empty() && exports.stars.is_empty());
                let plain = matches!(file.extension(), Some("mjs" | "js"));
                return (plain && modern).then_some(exports);
            }
            JavaScriptFile::Gleam(name) => {
                let names = self.modules.get(name)?.interface()?.values.keys();
                return Some(javascript::Exports {
                    names: names.map(ToString::to_string).collect(),
                    stars: Vec::new(),
                });
            }
            JavaScriptFile::Prelude(text) => text,
        };
        javascript::exports(text)
    }

    fn text(&self, path: &Utf8Path) -> Option<String> {
        String::from_utf8(self.host.read(path).ok()?).ok()
    }
}

/// Hand-written modules by name, and headers by file name.
pub(super) fn erlang_files(workspace: &Workspace) -> BTreeMap<&str, &Utf8Path> {
    let files = workspace.files.iter().flat_map(|files| &files.erlang);
    let named = files.filter_map(|file| {
        let name = match file.relative.extension() {
            Some("hrl") => file.relative.file_name(),
            _ => file.relative.file_stem(),
        };
        Some((name?, file.path.as_path()))
    });
    named.collect()
}

/// The Gleam module that becomes an Erlang module.
pub(super) fn gleam_module(modules: &BTreeMap<Name, CheckedModule>, erlang: &str) -> Option<Name> {
    let name = Name::new(&erlang.replace('@', "/"));
    modules.contains_key(&name).then_some(name)
}

/// Those that may lack on Erlang are taken for present.
fn gleam_functions(interface: &Interface) -> BTreeSet<(String, usize)> {
    let values = interface.values.iter();
    let functions = values.filter_map(|(name, value)| match &value.kind {
        ValueKind::Function { labels, .. } => Some((name.to_string(), labels.len())),
        ValueKind::Constant { .. } | ValueKind::Constructor(_) => None,
    });
    // They come with every module.
    let more = [0, 1].map(|arity| ("module_info".to_string(), arity));
    functions.chain(more).collect()
}

fn javascript_files(workspace: &Workspace) -> BTreeMap<Utf8PathBuf, JavaScriptFile<'_>> {
    let prelude = JavaScriptFile::Prelude(emit::javascript::PRELUDE);
    let mut files = BTreeMap::from([(Utf8PathBuf::from("prelude.mjs"), prelude)]);
    for (package, found) in workspace.packages.iter().zip(&workspace.files) {
        let folder = Utf8Path::new(&package.config.name);
        let prelude = JavaScriptFile::Prelude(emit::javascript::package_prelude());
        files.insert(folder.join("gleam.mjs"), prelude);
        for file in &found.javascript {
            let native = JavaScriptFile::Native(&file.path);
            files.insert(folder.join(&file.relative), native);
        }
        for module in &found.modules {
            let path = folder.join(format!("{}.mjs", module.name));
            files.insert(path, JavaScriptFile::Gleam(module.name));
        }
    }
    files
}

fn file_name(path: &str) -> &str {
    Utf8Path::new(path).file_name().unwrap_or(path)
}

/// Where a relative `import` of the file `from` leads; nothing if it is not relative, or leaves the
/// output.
pub(super) fn relative(from: &str, import: &str) -> Option<Utf8PathBuf> {
    if !import.starts_with("./") && !import.starts_with("../") {
        return None;
    }
    let mut path = Utf8Path::new(from).parent()?.to_path_buf();
    for part in Utf8Path::new(import).components() {
        match part {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                if !path.pop() {
                    return None;
                }
            }
            Utf8Component::Normal(name) => path.push(name),
            Utf8Component::RootDir | Utf8Component::Prefix(_) => return None,
        }
    }
    Some(path)
}
