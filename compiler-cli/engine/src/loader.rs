//! Modules from the disk.

use std::fs;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use rquickjs::loader::{ImportAttributes, Loader, Resolver};
use rquickjs::module::Declared;
use rquickjs::{Ctx, Error, Module, Result};

/// Finds modules relative to the one that imports them. Packages by name are not looked for.
pub(crate) struct FromDisk;

impl Resolver for FromDisk {
    fn resolve<'js>(
        &mut self,
        _ctx: &Ctx<'js>,
        base: &str,
        name: &str,
        _attributes: Option<ImportAttributes<'js>>,
    ) -> Result<String> {
        let name = name.strip_prefix("file://").unwrap_or(name);
        if name.starts_with("./") || name.starts_with("../") {
            let folder = Utf8Path::new(base).parent().unwrap_or(Utf8Path::new(""));
            return Ok(normal(&folder.join(name)).into_string());
        }
        if Utf8Path::new(name).is_absolute() {
            return Ok(normal(Utf8Path::new(name)).into_string());
        }
        let why = "only paths that begin with `./` or `../` are supported";
        Err(Error::new_resolving_message(base, name, why))
    }
}

impl Loader for FromDisk {
    fn load<'js>(
        &mut self,
        ctx: &Ctx<'js>,
        name: &str,
        _attributes: Option<ImportAttributes<'js>>,
    ) -> Result<Module<'js, Declared>> {
        let source =
            fs::read(name).map_err(|error| Error::new_loading_message(name, error.to_string()))?;
        let module = Module::declare(ctx.clone(), name, source)?;
        module.meta()?.set("url", format!("file://{name}"))?;
        Ok(module)
    }
}

/// The path without `.` and `..`.
pub(crate) fn normal(path: &Utf8Path) -> Utf8PathBuf {
    let mut normal = Utf8PathBuf::new();
    for part in path.components() {
        match part {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                normal.pop();
            }
            _ => normal.push(part),
        }
    }
    normal
}
