//! A project's packages and the texts of their modules.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use report::{Code, Report, Severity, Sources};
use source::{FileId, Name, SourceText};

use crate::build::Mode;
use crate::error::Error;
use crate::host::Host;
use crate::memo::FileNames;
use crate::package::{ModuleFile, Origin, Package, PackageFiles, PackageSource, collect};

/// All that a check or build reads.
pub struct Workspace {
    /// The packages; each after those that it depends on, the project itself last.
    pub packages: Vec<Package>,
    /// Their files, in the same order.
    pub files: Vec<PackageFiles>,
    /// All modules, by name.
    pub modules: BTreeMap<Name, ModuleSource>,
    by_file: Vec<Name>,
    by_path: BTreeMap<Arc<str>, FileId>,
}

/// A module with its text.
#[derive(Debug, Clone)]
pub struct ModuleSource {
    /// Index into the packages.
    pub package: usize,
    /// Which part of the package it belongs to.
    pub origin: Origin,
    /// Where the file is.
    pub path: Utf8PathBuf,
    /// Its text. The path in it is relative to the project where it lies below it.
    pub source: SourceText,
}

impl Workspace {
    /// Lists and reads the modules of `packages`.
    pub fn load(host: &dyn Host, packages: Vec<Package>) -> Result<Self, Error> {
        Self::load_for(host, packages, Mode::Dev)
    }

    /// The same for a build of some mode: what goes into production has no `dev` and no `test`.
    pub fn load_for(host: &dyn Host, packages: Vec<Package>, mode: Mode) -> Result<Self, Error> {
        let mut files = Vec::new();
        for package in &packages {
            let is_root = package.source == PackageSource::Root;
            let found = collect(host, &package.root, is_root && mode != Mode::Prod)?;
            check_natives(&found)?;
            files.push(found);
        }
        let root = packages
            .last()
            .map(|package| package.root.clone())
            .unwrap_or_default();
        let listed: Vec<_> = files
            .iter()
            .enumerate()
            .flat_map(|(package, files)| files.modules.iter().map(move |file| (package, file)))
            .collect();
        let read: Vec<_> = listed
            .par_iter()
            .enumerate()
            .map(|(index, (package, file))| {
                let text = read_text(host, &file.path)?;
                let shown = file.path.strip_prefix(&root).unwrap_or(&file.path);
                let source = SourceText::new(FileId(index as u32), shown.as_str(), &text);
                let (package, origin, path) = (*package, file.origin, file.path.clone());
                Ok((
                    file.name,
                    ModuleSource {
                        package,
                        origin,
                        path,
                        source,
                    },
                ))
            })
            .collect::<Result<_, Error>>()?;
        let mut workspace = Self {
            packages,
            files,
            modules: BTreeMap::new(),
            by_file: Vec::new(),
            by_path: BTreeMap::new(),
        };
        for (name, module) in read {
            workspace.add(name, module)?;
        }
        Ok(workspace)
    }

    fn add(&mut self, name: Name, module: ModuleSource) -> Result<(), Error> {
        self.by_file.push(name);
        self.by_path
            .insert(module.source.path.clone(), module.source.file);
        let second = module.path.clone();
        match self.modules.insert(name, module) {
            None => Ok(()),
            Some(first) => Err(Error::DuplicateModule {
                module: name.to_string(),
                first: first.path,
                second,
            }),
        }
    }

    /// The project itself.
    pub fn root(&self) -> Option<&Package> {
        self.packages.last()
    }

    /// The package of each module.
    pub fn packages_of_modules(&self) -> BTreeMap<Name, Name> {
        let modules = self.modules.iter();
        let packages = modules.map(|(name, module)| {
            let package = &self.packages[module.package].config.name;
            (*name, Name::new(package))
        });
        packages.collect()
    }

    /// Warnings for files of the project that end in `.gleam` and yet are no modules.
    pub fn misnamed(&self) -> Vec<Report> {
        let misnamed = self
            .files
            .last()
            .map(|files| &files.misnamed[..])
            .unwrap_or_default();
        let report = |path: &Utf8PathBuf| Report {
            code: Code("T0521"),
            severity: Severity::Warning,
            title: "Invalid module name".to_string(),
            text: format!(
                "`{path}` is left out: the names of modules and their folders have lower-case \
                 letters, digits and underscores, and begin with a letter."
            ),
            labels: Vec::new(),
            hint: Some("Rename the file.".to_string()),
            fixes: Vec::new(),
        };
        misnamed.iter().map(report).collect()
    }

    /// The module that a file is.
    pub fn module_of(&self, file: FileId) -> Option<Name> {
        self.by_file.get(file.0 as usize).copied()
    }

    /// The module at a path, if it takes part.
    pub fn module_at(&self, path: &Utf8Path) -> Option<Name> {
        self.modules
            .iter()
            .find(|(_, module)| module.path == path)
            .map(|(name, _)| *name)
    }
}

/// No native file may take the place of another, or of what a module becomes.
fn check_natives(files: &PackageFiles) -> Result<(), Error> {
    // Erlang has one name for a module, whichever folder its file is in.
    let name = |module: &ModuleFile| format!("{}.erl", module.name.replace('/', "@"));
    let modules = files.modules.iter();
    let known = modules.map(|module| (name(module), &module.path)).collect();
    let natives = files.erlang.iter();
    let natives = natives.filter_map(|file| {
        let name = file.relative.file_name()?;
        Some((name.to_owned(), &file.path))
    });
    add_natives(known, natives)?;
    let modules = files.modules.iter();
    let known = modules.map(|module| (format!("{}.mjs", module.name), &module.path));
    let natives = files.javascript.iter();
    let natives = natives.map(|file| (file.relative.to_string(), &file.path));
    add_natives(known.collect(), natives)
}

fn add_natives<'a>(
    mut known: BTreeMap<String, &'a Utf8PathBuf>,
    natives: impl Iterator<Item = (String, &'a Utf8PathBuf)>,
) -> Result<(), Error> {
    for (name, path) in natives {
        if let Some(first) = known.insert(name, path) {
            let (first, second) = (first.clone(), path.clone());
            return Err(Error::DuplicateNative { first, second });
        }
    }
    Ok(())
}

fn read_text(host: &dyn Host, path: &Utf8Path) -> Result<String, Error> {
    let bytes = host.read(path)?;
    if u32::try_from(bytes.len()).is_err() {
        return Err(Error::TooLarge { path: path.into() });
    }
    String::from_utf8(bytes).map_err(|_| Error::NotUtf8 { path: path.into() })
}

impl Sources for Workspace {
    fn source(&self, file: FileId) -> Option<&SourceText> {
        let module = self.modules.get(&self.module_of(file)?)?;
        Some(&module.source)
    }
}

impl FileNames for Workspace {
    fn path(&self, file: FileId) -> Option<&str> {
        self.source(file).map(|source| &*source.path)
    }

    fn file(&self, path: &str) -> Option<FileId> {
        self.by_path.get(path).copied()
    }
}
