//! Running what was built.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use emit::core_erlang::{ECHO_HELPERS, etf, forms, lower, print};
use ir::node::Module;

/// Compiles `module` from its terms, its text and its abstract code with every `erl` there is, evaluates Erlang
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
    write("module.forms", &forms(&core, module));
    let helpers = if core.uses_echo { ECHO_HELPERS } else { "" };
    write("helpers.erl", helpers.as_bytes());
    let mut script = String::from(SCRIPT);
    for (expression, _) in expressions {
        writeln!(script, "ok = Show(fun() -> {expression} end),").unwrap();
    }
    script.push_str("ok end, Run(\"etf\"), Run(\"core\"), Run(\"forms\"), halt().");
    ["etf", "core", "forms"]
        .map(|form| (form, output(directory.path(), erl, &script, form)))
        .into()
}

fn output(directory: &Path, erl: &str, script: &str, form: &str) -> Vec<String> {
    let script_file = directory.join("script");
    std::fs::write(
        &script_file,
        script.replace(
            "Run(\"etf\"), Run(\"core\"), Run(\"forms\")",
            &format!("Run({form:?})"),
        ),
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
Term = fun(File) -> {ok, Bytes} = file:read_file(File), binary_to_term(Bytes) end,
Parse = fun
    F([]) -> [];
    F(Tokens) ->
        {Form, [Dot | Rest]} = lists:splitwith(fun(T) -> element(1, T) =/= dot end, Tokens),
        {ok, Parsed} = erl_parse:parse_form(Form ++ [Dot]),
        [Parsed | F(Rest)]
end,
{ok, HelperText} = file:read_file("helpers.erl"),
{ok, AllTokens, _} = erl_scan:string(unicode:characters_to_list(HelperText)),
Helpers = Parse(AllTokens),
With = fun(Core) when Helpers =:= [] -> Core; (Core) ->
    Head = [{attribute, 1, module, h}, {attribute, 1, compile, export_all}],
    {ok, h, Compiled} = compile:forms(Head ++ Helpers, [to_core, binary]),
    Added = [D || {{c_var, _, {Name, _}}, _} = D <- element(6, Compiled), Name =/= module_info],
    setelement(6, Core, element(6, Core) ++ Added)
end,
Load = fun("etf") ->
        compile:forms(With(Term("module.etf")), Options);
    ("core") ->
        {ok, CoreText} = file:read_file("module.core"),
        {ok, Scanned, _} = core_scan:string(unicode:characters_to_list(CoreText)),
        {ok, Core} = core_parse:parse(Scanned),
        compile:forms(With(Core), Options);
    ("forms") ->
        [End | Rest] = lists:reverse(Term("module.forms")),
        Forms = lists:reverse(Rest, Helpers ++ [End]),
        case compile:forms(Forms, [binary, return]) of
            {ok, Name, Binary, []} -> {ok, Name, Binary};
            Other -> Other
        end
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
