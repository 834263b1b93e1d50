//! JavaScript output: one file a module, the preludes, and copies of native files.

use camino::Utf8PathBuf;
use emit::javascript::{self, Options};
use rayon::prelude::*;
use source::Name;

use super::outputs::Outputs;
use super::{BuildOptions, Built};
use crate::error::Error;
use crate::host::Host;
use crate::pipeline;
use crate::timings::Phase;
use crate::workspace::Workspace;

/// All that output depends on beside the modules.
pub(super) fn settings(workspace: &Workspace) -> String {
    let mapped = workspace
        .packages
        .iter()
        .filter(|package| package.config.source_maps);
    let mapped: Vec<&str> = mapped.map(|package| package.config.name.as_str()).collect();
    let has_dict = workspace.modules.contains_key(&Name::new("gleam/dict"));
    let declarations = has_declarations(workspace);
    format!("source maps of {mapped:?}, dictionaries {has_dict}, declarations {declarations}")
}

/// What the output of one package depends on beside its modules.
pub(super) fn settings_of(workspace: &Workspace, package: &str) -> String {
    let mapped = workspace
        .packages
        .iter()
        .any(|it| it.config.name == package && it.config.source_maps);
    let has_dict = workspace.modules.contains_key(&Name::new("gleam/dict"));
    let declarations = has_declarations(workspace);
    format!("source maps {mapped}, dictionaries {has_dict}, declarations {declarations}")
}

/// Declarations mention those of other packages, so that the project decides for all.
fn has_declarations(workspace: &Workspace) -> bool {
    let root = workspace.root();
    root.is_some_and(|package| package.config.typescript_declarations)
}

pub(super) fn build(
    host: &dyn Host,
    workspace: &Workspace,
    options: &BuildOptions<'_>,
    outputs: &mut Outputs<'_>,
    built: &mut Built,
) -> Result<(), Error> {
    outputs.write_text("prelude.mjs".into(), javascript::PRELUDE.as_bytes())?;
    if has_declarations(workspace) {
        let prelude = javascript::PRELUDE_DECLARATIONS;
        outputs.write_text("prelude.d.mts".into(), prelude.as_bytes())?;
    }
    for index in 0..workspace.packages.len() {
        natives(host, workspace, index, outputs, built)?;
        modules(workspace, index, options, outputs, built)?;
    }
    Ok(())
}

fn natives(
    host: &dyn Host,
    workspace: &Workspace,
    index: usize,
    outputs: &mut Outputs<'_>,
    built: &mut Built,
) -> Result<(), Error> {
    let package = &workspace.packages[index].config.name;
    let prelude = javascript::package_prelude();
    outputs.write_text(format!("{package}/gleam.mjs").into(), prelude.as_bytes())?;
    if has_declarations(workspace) {
        let prelude = javascript::package_prelude_declarations();
        outputs.write_text(format!("{package}/gleam.d.mts").into(), prelude.as_bytes())?;
    }
    for file in &workspace.files[index].javascript {
        let bytes = host.read(&file.path)?;
        let path = Utf8PathBuf::from(package).join(&file.relative);
        built.native += usize::from(outputs.write_text(path, &bytes)?);
    }
    Ok(())
}

fn modules(
    workspace: &Workspace,
    index: usize,
    options: &BuildOptions<'_>,
    outputs: &mut Outputs<'_>,
    built: &mut Built,
) -> Result<(), Error> {
    let config = &workspace.packages[index].config;
    let has_dict = workspace.modules.contains_key(&Name::new("gleam/dict"));
    let packages = has_declarations(workspace).then(|| workspace.packages_of_modules());
    let layout = options.layout;
    let mut stale = Vec::new();
    for (name, module) in &built.analysis.modules {
        if workspace.modules[name].package != index {
            continue;
        }
        let path = layout.module_output(&config.name, *name);
        let key = module.record.output_key();
        if outputs.is_current(&path, key) {
            outputs.keep(path.clone(), key)?;
            keep_companions(outputs, &path, key)?;
        } else if let Some(full) = &module.full {
            stale.push((*name, full.clone(), path, key));
        }
    }
    if !stale.is_empty() {
        (options.compiling)(&config.name);
        outputs.announce(stale.iter().map(|(_, _, path, _)| path.as_path()))?;
    }
    let generated: Vec<_> = stale
        .into_par_iter()
        .map(|(name, full, path, key)| {
            let origin = workspace.modules[&name].origin;
            let source_path = format!("{}/{name}.gleam", origin.folder());
            let source_map = config.source_maps.then_some(&*full.source.text);
            let settings = Options {
                source_map,
                has_dict,
                declarations: packages.as_ref(),
            };
            let generate = || pipeline::javascript(&full, &source_path, &settings);
            let timings = options.timings;
            let output = timings.measure(Phase::Generate, &name, generate);
            (full, path, key, output)
        })
        .collect();
    for (full, path, key, output) in generated {
        if let Some(map) = output.source_map {
            outputs.write(format!("{path}.map").into(), key, map.as_bytes())?;
            let source = path.with_extension("gleam");
            outputs.write(source, key, full.source.text.as_bytes())?;
        }
        if let Some(declarations) = output.declarations {
            let file = path.with_extension("d.mts");
            outputs.write(file, key, declarations.as_bytes())?;
        }
        outputs.write(path, key, output.code.as_bytes())?;
        built.compiled += 1;
    }
    Ok(())
}

/// Keeps what the last build wrote beside the code.
fn keep_companions(outputs: &mut Outputs<'_>, path: &Utf8PathBuf, key: u64) -> Result<(), Error> {
    for companion in [
        Utf8PathBuf::from(format!("{path}.map")),
        path.with_extension("gleam"),
        path.with_extension("d.mts"),
    ] {
        if outputs.is_current(&companion, key) {
            outputs.keep(companion, key)?;
        }
    }
    Ok(())
}
