//! `tindra docs`

use std::collections::BTreeMap;
use std::process::{Command, ExitCode};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::build::Mode;
use compiler_core::documentation::{Page, Site, site};
use compiler_core::package::Publication;
use compiler_core::package_interface::{is_part, package_interface};
use compiler_core::{Host, Target};

use crate::args::{Docs, DocsBuild};
use crate::command::{hex, publish};
use crate::failure::Failure;
use crate::host::Disk;
use crate::program::find;
use crate::project::{Project, io_failure};
use crate::ui;

/// Works with a package's documentation.
pub(crate) fn docs(command: &Docs) -> Result<ExitCode, Failure> {
    match command {
        Docs::Build(options) => build(options),
        Docs::Publish(packages) => publish::publish_docs(packages),
        Docs::Remove { package, version } => hex::remove_docs(package, version),
    }
}

/// Writes the website to `build/dev/docs/PACKAGE`, where deployment scripts expect it.
fn build(options: &DocsBuild) -> Result<ExitCode, Failure> {
    let project = Project::open_for(Mode::Prod, &options.packages, true)?;
    let target = project.target(options.target.map(Into::into));
    let files = files(&project, target)?;
    let folder = project.root.join("build/dev/docs").join(project.name());
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(io_failure("remove", &folder, &error));
        }
        _ => {}
    }
    for (path, text) in &files {
        Disk.write(&folder.join(path), text.as_bytes())?;
    }
    let index = folder.join("index.html");
    ui::print(&format!(
        "\nThe documentation for {} has been rendered to\n{index}\n\n",
        project.name()
    ));
    if options.open {
        open(&index)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The files of the website.
pub(crate) fn files(
    project: &Project,
    target: Target,
) -> Result<BTreeMap<Utf8PathBuf, String>, Failure> {
    project.say("Documenting", project.name());
    let workspace = &project.workspace;
    let analysis = project.analyse(target, &|name| is_part(workspace, name))?;
    let mut modules = Vec::new();
    for (name, module) in &analysis.modules {
        if let Some(full) = module.full.as_ref().filter(|_| is_part(workspace, *name))
            && !full.checked.interface.internal
        {
            modules.push((format!("src/{name}.gleam").into(), full.as_ref()));
        }
    }
    let root = &project.root;
    let config_path = root.join("gleam.toml");
    let config_text = String::from_utf8_lossy(&Disk.read(&config_path)?).into_owned();
    let publication = Publication::parse(&config_path, &config_text)?;
    let pages = publication.pages.iter().map(|page| {
        let text = Disk.read(&root.join(&page.source))?;
        Ok(Page {
            title: page.title.clone(),
            path: page.path.clone(),
            text: String::from_utf8_lossy(&text).into_owned(),
        })
    });
    let pages: Vec<Page> = pages.collect::<Result<_, Failure>>()?;
    let readme = Disk.read(&root.join("README.md")).ok();
    let readme = readme.map(|text| String::from_utf8_lossy(&text).into_owned());
    let packages = workspace.packages_of_modules();
    let config = project.config();
    let mut files = site(&Site {
        package: project.name(),
        version: config.map_or("", |config| &config.version),
        description: config.map_or("", |config| &config.description),
        publication: &publication,
        readme: readme.as_deref(),
        pages: &pages,
        modules: &modules,
        packages: &packages,
    });
    let interface = package_interface(workspace, &analysis, target);
    let json = serde_json::to_string(&interface).unwrap_or_default();
    files.insert("package-interface.json".into(), json);
    Ok(files)
}

/// Opens a file in the browser.
fn open(file: &Utf8Path) -> Result<(), Failure> {
    let programs: [(&'static str, &[&str]); 3] =
        [("xdg-open", &[]), ("open", &[]), ("cmd", &["/C", "start"])];
    for (program, arguments) in programs {
        if let Some(path) = find(program) {
            let mut command = Command::new(path);
            let status = command.args(arguments).arg(file).status();
            return status.map(|_| ()).map_err(|error| Failure::Program {
                program: program.to_string(),
                reason: error.to_string(),
            });
        }
    }
    Err(Failure::NoProgram {
        program: "xdg-open",
        needed_for: "open the documentation in a browser",
        hint: "Open the file in a browser by hand.",
    })
}
