//! `tindra publish`, `tindra docs publish` and `tindra export hex-tarball`

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, ExitCode};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::build::Mode;
use compiler_core::package::Origin;
use compiler_core::{Host, MainFunction, Target, main_function};
use packages::Problem;
use packages::publish::{facts, files};
use packages::tarball::{Facts, File, Files, compressed, write};
use syntax::lexer::lex;
use syntax::token::TokenKind;

use crate::args::{Packages, Publish};
use crate::beam;
use crate::command::{docs, hex};
use crate::failure::Failure;
use crate::host::Disk;
use crate::project::{Project, io_failure};
use crate::ui;

/// Prints the abstract code of modules as Erlang, for those who compile without Gleam. Names of
/// files are left out, so that it is the same wherever the package was built. Erlang's printer leaves
/// out the module of calls that would be imported; there may be a function of that name in the
/// module, so that such calls are printed with another module, whose name is then replaced.
const READABLE: &str = r#"
[Out | Beams] = init:get_plain_arguments(),
Qualify = fun
    Walk({remote, Line, {atom, Place, erlang}, Name}) ->
        {remote, Line, {atom, Place, 'erlang@qualified'}, Name};
    Walk(Tuple) when is_tuple(Tuple) -> list_to_tuple(Walk(tuple_to_list(Tuple)));
    Walk([Head | Tail]) -> [Walk(Head) | Walk(Tail)];
    Walk(Other) -> Other
end,
Print = fun(Beam) ->
    {ok, {Module, [{abstract_code, {_, Forms}}]}} = beam_lib:chunks(Beam, [abstract_code]),
    Kept = [Form || Form <- Forms, element(1, Form) =/= eof,
        not (element(1, Form) =:= attribute andalso element(3, Form) =:= file)],
    Text = [erl_pp:form(Qualify(Form), [{encoding, unicode}]) || Form <- Kept],
    Printed = unicode:characters_to_binary(Text),
    Named = binary:replace(Printed, <<"erlang@qualified:">>, <<"erlang:">>, [global]),
    File = filename:join(Out, atom_to_list(Module) ++ ".erl"),
    ok = file:write_file(File, Named)
end,
lists:foreach(Print, Beams),
halt(0).
"#;

/// Checks the package, makes its archive, and sends it to the registry.
pub(crate) fn publish(options: &Publish) -> Result<ExitCode, Failure> {
    let (project, facts, archive) = make(&options.packages)?;
    let (name, version) = (&facts.name, &facts.version);
    if version.starts_with("0.") {
        ui::say(&format!(
            "{version} promises nothing: versions below 1.0.0 may change in any way. Packages that \
             others are to use should have a version from 1.0.0 on.\n"
        ));
    }
    if !options.yes && !ui::asked(&format!("Publish {name} {version}?")) {
        return Ok(ExitCode::FAILURE);
    }
    hex::with_account(&project.root, |account| {
        account.publish(archive.clone(), options.replace)
    })?;
    ui::progress("Published", &format!("{name} v{version}"));
    send_docs(&project)?;
    Ok(ExitCode::SUCCESS)
}

/// Publishes the documentation of a version that is published.
pub(crate) fn publish_docs(packages: &Packages) -> Result<ExitCode, Failure> {
    send_docs(&Project::open_for(Mode::Prod, packages, true)?)?;
    Ok(ExitCode::SUCCESS)
}

fn send_docs(project: &Project) -> Result<(), Failure> {
    let pages = docs::files(project, project.target(None))?.into_iter();
    let pages: Files = pages
        .map(|(path, text)| {
            let (bytes, executable) = (text.into_bytes(), false);
            (path, File { bytes, executable })
        })
        .collect();
    let archive = compressed(&pages);
    let archive = archive.map_err(|error| io_failure("write", Utf8Path::new("archive"), &error))?;
    let version = project.config().map_or("", |config| &config.version);
    hex::with_account(&project.root, |account| {
        account.publish_docs(project.name(), version, archive.clone())
    })?;
    let text = format!("documentation of {} v{version}", project.name());
    ui::progress("Published", &text);
    Ok(())
}

/// Makes the archive, and puts it into the build folder.
pub(crate) fn export(packages: &Packages) -> Result<ExitCode, Failure> {
    let (project, facts, archive) = make(packages)?;
    let file = format!("build/{}-{}.tar", facts.name, facts.version);
    let path = project.root.join(&file);
    Disk.write(&path, &archive)?;
    ui::print(&format!(
        "\nYour hex tarball has been generated in {path}.\n"
    ));
    Ok(ExitCode::SUCCESS)
}

/// The project, what is told about it, and its archive.
fn make(packages: &Packages) -> Result<(Project, Facts, Vec<u8>), Failure> {
    let root = crate::project::find_root()?;
    let facts = facts(&root, &packages::local::read_config(&root)?)?;
    let project = Project::open_for(Mode::Prod, packages, true)?;
    check_modules(&project)?;
    let built = project.build(Target::Erlang)?;
    let starter = format!("Hello from {}!", project.name());
    for (name, module) in own_modules(&project) {
        let main = main_function(&built.analysis, Target::Erlang, name);
        if main == MainFunction::Good && module.contains(&starter) {
            return Err(unfinished(&format!(
                "`{name}` has the function `main` that the project began with."
            )));
        }
    }
    let files = files(&root, generated(&project)?)?;
    let archive = write(&facts, &files);
    let archive = archive.map_err(|error| io_failure("write", Utf8Path::new("archive"), &error))?;
    Ok((project, facts, archive))
}

/// The published modules, with their texts.
fn own_modules(project: &Project) -> BTreeMap<compiler_core::Name, &str> {
    let last = project.workspace.packages.len().saturating_sub(1);
    let modules = project.workspace.modules.iter();
    modules
        .filter(|(_, module)| module.package == last && module.origin == Origin::Src)
        .map(|(name, module)| (*name, &*module.source.text))
        .collect()
}

/// Nothing unfinished is published.
fn check_modules(project: &Project) -> Result<(), Failure> {
    let modules = own_modules(project);
    if modules.is_empty() {
        return Err(unfinished("The package has no modules."));
    }
    for (name, text) in modules {
        let tokens = lex(text).tokens;
        let kinds: Vec<TokenKind> = tokens.iter().map(|(kind, _)| kind).collect();
        if kinds.is_empty() {
            return Err(unfinished(&format!("The module `{name}` is empty.")));
        }
        if kinds.contains(&TokenKind::Todo) {
            return Err(unfinished(&format!("The module `{name}` has a `todo`.")));
        }
        if kinds.contains(&TokenKind::Echo) {
            return Err(unfinished(&format!("The module `{name}` has an `echo`.")));
        }
    }
    Ok(())
}

fn unfinished(text: &str) -> Failure {
    Failure::Packages(Problem::Unpublishable {
        text: text.to_string(),
        hint: "Finish it, or remove it, before you publish.".to_string(),
    })
}

/// What was made of the project's modules: Erlang, the records as headers, the application.
fn generated(project: &Project) -> Result<Files, Failure> {
    let layout = project.layout(Target::Erlang);
    let name = project.name();
    let mut files = Files::new();
    let mut add = |path: Utf8PathBuf, bytes: Vec<u8>| {
        let executable = false;
        files.insert(path, File { bytes, executable });
    };
    let ebin = layout.ebin(name);
    let modules = own_modules(project).into_keys();
    let modules: Vec<String> = modules.map(|it| it.as_str().replace('/', "@")).collect();
    let beams = modules
        .iter()
        .map(|module| ebin.join(format!("{module}.beam")));
    let folder = tempfile::tempdir()
        .map_err(|error| io_failure("create", Utf8Path::new("a folder"), &error))?;
    let erl = beam::erl()?;
    let mut command = Command::new(&erl);
    command.args(["-noshell", "-eval", READABLE, "-extra"]);
    let output = command.arg(folder.path()).args(beams).output();
    let failed = |reason: String| Failure::Program {
        program: erl.to_string(),
        reason,
    };
    let output = output.map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        return Err(failed(String::from_utf8_lossy(&said).into_owned()));
    }
    for module in modules {
        let file = format!("{module}.erl");
        let bytes = fs::read(folder.path().join(&file))
            .map_err(|error| io_failure("read", Utf8Path::new(&file), &error))?;
        add(format!("src/{file}").into(), bytes);
    }
    let application = Disk.read(&ebin.join(format!("{name}.app")))?;
    let application = String::from_utf8_lossy(&application);
    // The module that starts programs is not published.
    let started = application.lines().filter(|line| !line.contains("@@main'"));
    let application = started
        .collect::<Vec<_>>()
        .join("\n")
        .replace("',\n    ]", "'\n    ]");
    add(
        format!("src/{name}.app.src").into(),
        application.into_bytes(),
    );
    let include = layout.package(name).join("include");
    for path in Disk.files_below(&include)? {
        let file = path.strip_prefix(&include).unwrap_or(&path);
        add(format!("include/{file}").into(), Disk.read(&path)?);
    }
    Ok(files)
}
