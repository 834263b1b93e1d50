//! Running what was built.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use emit::core_erlang::{ECHO_HELPERS, etf, lower, print};
use ir::node::Module;

/// Compiles `module` from its terms and from its text with every `erl` there is, evaluates Erlang
/// expressions with `M` bound to it, and compares what they give, as Erlang prints it.
///
/// A failure gives `{error, Reason, Location}` with the first location of the stack trace.
#[track_caller]
pub(crate) fn check(module: &Module, expected: &[(&str, &str)]) {
    for erl in programs() {
        for (form, results) in evaluate(module, &erl, expected) {
            for ((expression, expected), result) in expected.iter().zip(&results) {
                assert_eq!(result, expected, "{expression}, from {form} with {erl}");
            }
            assert_eq!(results.len(), expected.len(), "{results:?}");
        }
    }
}

/// The `erl` programs to use; none, with a note, where Erlang is not installed.
pub(crate) fn programs() -> Vec<String> {
    let wanted = std::env::var("TINDRA_ERL").unwrap_or_else(|_| "erl".to_owned());
    let found = |erl: &String| {
        let found = Command::new(erl).arg("-version").output().is_ok();
        if !found {
            println!("skipped: there is no `{erl}`");
        }
        found
    };
    wanted.split(':').map(str::to_owned).filter(found).collect()
}

fn evaluate(
    module: &Module,
    erl: &str,
    expressions: &[(&str, &str)],
) -> Vec<(&'static str, Vec<String>)> {
    let directory = tempfile::tempdir().unwrap();
    let core = lower(module);
    let write =
        |name: &str, bytes: &[u8]| std::fs::write(directory.path().join(name), bytes).unwrap();
    write("module.etf", &etf(&core));
    write("module.core", print(&core).as_bytes());
    let helpers = if core.uses_echo { ECHO_HELPERS } else { "" };
    write(
        "helpers.core",
        format!("module 'h' [] attributes []\n{helpers}end\n").as_bytes(),
    );
    let mut script = String::from(SCRIPT);
    for (expression, _) in expressions {
        writeln!(script, "ok = Show(fun() -> {expression} end),").unwrap();
    }
    script.push_str("ok end, Run(\"etf\"), Run(\"core\"), halt().");
    ["etf", "core"]
        .map(|form| (form, output(directory.path(), erl, &script, form)))
        .into()
}

fn output(directory: &Path, erl: &str, script: &str, form: &str) -> Vec<String> {
    let script_file = directory.join("script");
    std::fs::write(
        &script_file,
        script.replace("Run(\"etf\"), Run(\"core\")", &format!("Run({form:?})")),
    )
    .unwrap();
    let output = Command::new(erl)
        .current_dir(directory)
        .args(["-noshell", "-noinput", "-boot", "no_dot_erlang"])
        .args(["+pc", "unicode", "-eval"])
        .arg("case file:eval(\"script\") of ok -> ok; E -> io:format(\"~p~n\", [E]) end, halt().")
        .output()
        .unwrap();
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

const SCRIPT: &str = r#"
io:setopts(standard_io, [{encoding, utf8}]),
Options = [from_core, clint, binary, return_errors],
Load = fun("etf") ->
        {ok, Bytes} = file:read_file("module.etf"),
        Core = binary_to_term(Bytes),
        {ok, Text} = file:read_file("helpers.core"),
        {ok, Tokens, _} = core_scan:string(unicode:characters_to_list(Text)),
        {ok, Helpers} = core_parse:parse(Tokens),
        compile:forms(setelement(6, Core, element(6, Core) ++ element(6, Helpers)), Options);
    ("core") ->
        compile:file("module.core", Options)
end,
Show = fun(Work) ->
    Result = try Work() catch
        error:Reason:Stack ->
            {error, Reason, hd([[File, Line] || {_, _, _, [{file, _} = File, {line, _} = Line | _]} <- Stack] ++ [none])}
    end,
    io:format("~0tp~n", [Result])
end,
Run = fun(Form) ->
    {ok, M, Code} = case Load(Form) of {ok, _, _} = Good -> Good; Bad -> io:format("~p~n", [Bad]), halt() end,
    {module, M} = code:load_binary(M, "module", Code),
"#;
