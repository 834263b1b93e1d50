-module(gleeunit_ffi).

-export([run/0, catch_failure/1]).

%% A test that hangs shall not hang the whole run. Tests that need more time say
%% so with a generator, as in EUnit.
-define(TIMEOUT, 120000).

-define(REPORT, gleeunit@internal@report).

%% These mirror the types of gleeunit/internal/failure.
-record(failure, {kind, message, file, module, function, line}).
-record(let_assert, {start, 'end', value}).
-record(assert, {start, 'end', detail}).

-record(run, {style, passed = 0, failed = 0}).

run() ->
    Run = lists:foldl(
        fun run_module/2, #run{style = style()}, test_modules("test")),
    {Summary, ExitCode} = ?REPORT:summary(Run#run.style, Run#run.passed, Run#run.failed),
    print([Summary, "\n"]),
    erlang:halt(ExitCode).

style() ->
    case os:getenv("NO_COLOR", "") =:= "" andalso io:columns() of
        {ok, _} -> coloured;
        _ -> plain
    end.

print(Text) ->
    io:put_chars(Text).

%% Finding tests

test_modules(Directory) ->
    Paths = filelib:wildcard("**/*.{gleam,erl}", Directory),
    [Module || Path <- lists:sort(Paths), {ok, Module} <- [load(module_name(Path))]].

module_name(Path) ->
    case filename:extension(Path) of
        ".gleam" -> lists:flatten(string:replace(filename:rootname(Path), "/", "@", all));
        ".erl" -> filename:basename(Path, ".erl")
    end.

%% There are files without a module too: those of code that is compiled for the
%% other target alone.
load(Name) ->
    Module = list_to_atom(Name),
    case code:ensure_loaded(Module) of
        {module, _} -> {ok, Module};
        {error, _} -> none
    end.

run_module(Module, Run) ->
    Names = [Name || {Name, 0} <- Module:module_info(exports)],
    lists:foldl(fun(Name, R) -> run_function(Module, Name, R) end, Run, Names).

run_function(Module, Name, Run) ->
    Suffix = lists:reverse(atom_to_list(Name)),
    Fun = fun Module:Name/0,
    case Suffix of
        "tset_" ++ _ -> run_test(Fun, {Module, Name, ?TIMEOUT}, Run);
        "_tset_" ++ _ -> run_generator(Fun, {Module, Name, ?TIMEOUT}, Run);
        _ -> Run
    end.

%% The forms that EUnit gives to sets of tests, of which those for Erlang's own
%% tools, such as names of modules and applications, are left out.
run_set(Tests, Test, Run) when is_list(Tests) ->
    lists:foldl(fun(Set, R) -> run_set(Set, Test, R) end, Run, Tests);
run_set(Fun, Test, Run) when is_function(Fun, 0) ->
    run_test(Fun, Test, Run);
run_set({generator, Fun}, Test, Run) ->
    run_generator(Fun, Test, Run);
run_set({timeout, Seconds, Tests}, {Module, Name, _}, Run) ->
    run_set(Tests, {Module, Name, round(Seconds * 1000)}, Run);
run_set({Order, Tests}, Test, Run) when Order =:= inorder; Order =:= inparallel; Order =:= spawn ->
    run_set(Tests, Test, Run);
run_set({_LineOrTitle, Tests}, Test, Run) ->
    run_set(Tests, Test, Run);
run_set(Other, Test, Run) ->
    run_test(fun() -> error({not_a_test, Other}) end, Test, Run).

run_generator(Fun, {_, _, Timeout} = Test, Run) ->
    case guarded(Fun, Timeout) of
        {ok, Tests} -> run_set(Tests, Test, Run);
        {error, Failure} -> test_failed(Failure, Test, Run)
    end.

run_test(Fun, {_, _, Timeout} = Test, Run) ->
    case guarded(Fun, Timeout) of
        {ok, _} ->
            print(?REPORT:passed(Run#run.style)),
            Run#run{passed = Run#run.passed + 1};
        {error, Failure} ->
            test_failed(Failure, Test, Run)
    end.

test_failed(Failure, {Module, Name, _}, Run) ->
    ModuleName = binary:replace(atom_to_binary(Module), <<"@">>, <<"/">>, [global]),
    print(?REPORT:failed(
        Run#run.style, ModuleName, atom_to_binary(Name), Failure, fun read/1)),
    Run#run{failed = Run#run.failed + 1}.

read(Path) ->
    case file:read_file(Path) of
        {ok, Content} -> {ok, Content};
        {error, _} -> {error, nil}
    end.

%% Runs a function in a process of its own, so that what it links to, traps or
%% leaves in its mailbox is no matter of the next one.
guarded(Fun, Timeout) ->
    Ref = make_ref(),
    Runner = self(),
    {Pid, Monitor} = spawn_monitor(fun() -> Runner ! {Ref, catch_failure(Fun)} end),
    receive
        {Ref, Outcome} ->
            await_end(Monitor),
            Outcome;
        {'DOWN', Monitor, process, Pid, Reason} ->
            {error, {crash, ?REPORT:describe(<<"exit">>, Reason)}}
    after Timeout ->
        exit(Pid, kill),
        await_end(Monitor),
        {error, {timed_out, Timeout}}
    end.

%% What is linked to a test learns of its end before the next one starts.
await_end(Monitor) ->
    receive {'DOWN', Monitor, process, _, _} -> ok end.

catch_failure(Fun) ->
    try {ok, Fun()}
    catch
        error:#{gleam_error := _} = Error ->
            {error, failure(Error)};
        Class:Reason:Stack ->
            Text = ?REPORT:describe(atom_to_binary(Class), Reason),
            {error, {crash, <<Text/binary, (describe_stack(Stack))/binary>>}}
    end.

describe_stack(Stack) ->
    Lines = [
        io_lib:format("~nin ~tp:~tp/~tp~ts", [M, F, arity(A), describe_place(Place)])
     || {M, F, A, Place} <- Stack, M =/= ?MODULE
    ],
    unicode:characters_to_binary(Lines).

arity(Arguments) when is_list(Arguments) -> length(Arguments);
arity(Arity) -> Arity.

describe_place(Place) ->
    case {proplists:get_value(file, Place), proplists:get_value(line, Place)} of
        {File, Line} when is_list(File), is_integer(Line) ->
            io_lib:format(" (~ts:~b)", [File, Line]);
        _ -> ""
    end.

failure(#{gleam_error := Kind} = Error) ->
    #failure{
        kind = kind(Kind, Error),
        message = maps:get(message, Error, <<>>),
        file = maps:get(file, Error, <<>>),
        module = maps:get(module, Error, <<>>),
        function = maps:get(function, Error, <<>>),
        line = maps:get(line, Error, 0)
    }.

kind(let_assert, #{start := Start, 'end' := End, value := Value}) ->
    #let_assert{start = Start, 'end' = End, value = Value};
kind(assert, #{start := Start, 'end' := End} = Error) ->
    #assert{start = Start, 'end' = End, detail = detail(Error)};
kind(todo, _) -> todo;
kind(_, _) -> panic.

detail(#{kind := binary_operator, operator := Operator, left := Left, right := Right}) ->
    {binary_operator, atom_to_binary(Operator), operand(Left), operand(Right)};
detail(#{kind := function_call, arguments := Arguments}) ->
    {function_call, lists:map(fun operand/1, Arguments)};
detail(_) ->
    other_expression.

operand(#{kind := literal, value := Value}) -> {literal, Value};
operand(#{kind := expression, value := Value}) -> {computed, Value};
operand(_) -> unevaluated.
