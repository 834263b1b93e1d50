//! `tindra export escript`

use std::process::{Command, ExitCode};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::build::Mode;
use compiler_core::{Host, Target};

use crate::args::Packages;
use crate::beam;
use crate::failure::Failure;
use crate::host::{Disk, make_executable};
use crate::project::{Project, io_failure};
use crate::ui;

/// Packs files into an escript with Erlang's own means. All of them are in the archive's root,
/// which is on the code path; times are fixed so that equal programs are equal files.
const PACK: &str = r#"
[Out, Main | Files] = init:get_plain_arguments(),
Time = {{1980, 1, 1}, {0, 0, 0}},
Pack = fun(File) ->
    {ok, Bytes} = file:read_file(File),
    Info = {file_info, byte_size(Bytes), regular, read_write, Time, Time, Time, 8#644, 1, 0, 0, 0, 0, 0},
    {filename:basename(File), Bytes, Info}
end,
Sections = [shebang, {emu_args, "-escript main " ++ Main}, {archive, lists:map(Pack, Files), []}],
case escript:create(Out, Sections) of
    ok -> halt(0);
    {error, Reason} -> io:format(standard_error, "~p~n", [Reason]), halt(1)
end.
"#;

/// Builds for production, and makes one file of it that runs wherever Erlang is installed.
pub(crate) fn export(packages: &Packages) -> Result<ExitCode, Failure> {
    let project = Project::open_for(Mode::Prod, packages, true)?;
    project.build(Target::Erlang)?;
    let out = project.root.join(project.name());
    let layout = project.layout(Target::Erlang);
    let mut files = Vec::new();
    for package in &project.workspace.packages {
        let all = Disk.files_below(&layout.ebin(&package.config.name))?;
        files.extend(all.into_iter().filter(|file| is_packed(file)));
    }
    let temporary = tempfile::NamedTempFile::new_in(&project.root)
        .map_err(|error| io_failure("write in", &project.root, &error))?
        .into_temp_path();
    let temporary_path = Utf8PathBuf::from(temporary.to_string_lossy().into_owned());
    let erl = beam::erl()?;
    let mut command = Command::new(&erl);
    command.args(["-noshell", "-eval", PACK, "-extra"]);
    command.arg(&temporary_path);
    command.arg(format!("{}@@main", project.name()));
    let output = command.args(files).output();
    let output = output.map_err(|error| Failure::Program {
        program: erl.to_string(),
        reason: error.to_string(),
    })?;
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        return Err(Failure::Program {
            program: erl.to_string(),
            reason: String::from_utf8_lossy(&said).trim().to_string(),
        });
    }
    make_executable(&temporary_path)?;
    let persisted = temporary.persist(&out);
    persisted.map_err(|error| io_failure("write", &out, &error.error))?;
    project.say("Exported", project.name());
    ui::print(&format!("\nYour escript has been generated to {out}.\n\n"));
    Ok(ExitCode::SUCCESS)
}

fn is_packed(file: &Utf8Path) -> bool {
    matches!(file.extension(), Some("beam" | "app"))
}
