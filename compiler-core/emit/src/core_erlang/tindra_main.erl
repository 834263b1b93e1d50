%% Starts a program: its application and those it needs, then `main'.
%%
%% The module is compiled for each package under the name `<package>@@main'; the package's name is
%% read off it. Where `main' fails, what happened is shown on standard error and the exit status
%% is 1.
-module(tindra_main).
-export([main/1, run/1]).

%% What escripts call.
main(_Arguments) ->
    run(package()).

%% Runs Module:main/0 and ends the node. `main' has a process of its own, so that whatever it is
%% linked to may end it and be told of.
run(Module) ->
    io:setopts(standard_io, [binary, {encoding, utf8}]),
    io:setopts(standard_error, [{encoding, utf8}]),
    Runner = self(),
    Work = fun() ->
        Runner ! {self(), status(Module)},
        %% Processes that are linked to this one live until their applications stop.
        receive after infinity -> ok end
    end,
    {Process, Monitor} = spawn_monitor(Work),
    Status = receive
        {Process, Result} -> Result;
        {'DOWN', Monitor, process, Process, Reason} -> report(crash(ended, Reason, []))
    end,
    init:stop(Status).

status(Module) ->
    try
        start_application(),
        Module:main(),
        0
    catch
        Class:Reason:Stack -> report(crash(Class, Reason, Stack))
    end.

report(Text) ->
    io:put_chars(standard_error, Text),
    1.

package() ->
    list_to_atom(hd(string:split(atom_to_list(?MODULE), "@@"))).

%% A package that was not built as an application has nothing to start.
start_application() ->
    Package = package(),
    case application:ensure_all_started(Package) of
        {ok, _} -> ok;
        {error, {Package, {"no such file or directory", _}}} -> ok;
        {error, Reason} -> erlang:error({application_not_started, Reason})
    end.

crash(Class, Reason, Stack) ->
    {Title, Message, Details} = describe(Class, Reason, Stack),
    [colour("31;1"), "runtime error", colour("39"), ": ", Title, colour("0"), "\n\n",
     Message, "\n\n",
     [[Name, ":\n  ", Value, "\n\n"] || {Name, Value} <- Details],
     stacktrace(own_frames(Stack))].

stacktrace([]) -> [];
stacktrace(Frames) -> ["stacktrace:\n", [frame(Frame) || Frame <- Frames], "\n"].

describe(error, #{gleam_error := todo, message := Message}, _) ->
    {"todo", Message, []};
describe(error, #{gleam_error := panic, message := Message}, _) ->
    {"panic", Message, []};
describe(error, #{gleam_error := let_assert, message := Message, value := Value}, _) ->
    {"let assert", Message, [{"unmatched value", print(Value)}]};
describe(error, #{gleam_error := assert, message := Message} = Error, _) ->
    {"assert", Message, asserted(Error)};
describe(error, undef, [{Module, Function, Arguments, _} | _]) ->
    Arity = if is_list(Arguments) -> length(Arguments); true -> Arguments end,
    Name = io_lib:format("~ts.~ts/~b", [module_name(Module), atom_to_list(Function), Arity]),
    {"Erlang error", "A function was called but it did not exist.", [{"function", Name}]};
describe(error, function_clause, _) ->
    {"Erlang error", "An Erlang function has no clause for its arguments.", []};
describe(error, {case_clause, Value}, _) ->
    {"Erlang error", "An Erlang `case` has no clause for a value.",
     [{"unmatched value", print(Value)}]};
describe(error, {badmatch, Value}, _) ->
    {"Erlang error", "A value does not match an Erlang pattern.",
     [{"unmatched value", print(Value)}]};
describe(ended, Reason, _) ->
    {"Erlang exit", "The process of `main` was ended by another.",
     [{"exit reason", print(Reason)}]};
describe(Class, Reason, _) ->
    Name = atom_to_list(Class),
    {["Erlang ", Name], "An error occurred outside of Gleam.",
     [{["erlang:", Name], print(Reason)}]}.

asserted(#{kind := binary_operator, left := Left, right := Right}) ->
    part("left", Left) ++ part("right", Right);
asserted(#{kind := function_call, arguments := Arguments}) ->
    Numbers = lists:seq(1, length(Arguments)),
    lists:append([part(["argument ", integer_to_list(Number)], Argument)
                  || {Number, Argument} <- lists:zip(Numbers, Arguments)]);
asserted(#{kind := expression, expression := Expression}) ->
    part("value", Expression).

part(Name, #{kind := unevaluated}) -> [{Name, "not evaluated"}];
part(Name, #{value := Value}) -> [{Name, print(Value)}].

print(Value) -> io_lib:format("~tp", [Value]).

%% What called `main' is our own doing.
own_frames(Stack) ->
    lists:takewhile(fun(Frame) -> element(1, Frame) =/= ?MODULE end, Stack).

frame({Module, Function, _, Location}) ->
    Name = [module_name(Module), $., function_name(atom_to_list(Function))],
    Place = case Location of
        [{file, File}, {line, Line} | _] -> [File, $:, integer_to_list(Line)];
        _ -> "unknown source"
    end,
    ["  ", Name, colour("90"), " ", Place, colour("0"), "\n"].

module_name(Module) ->
    lists:map(fun($@) -> $/; (Letter) -> Letter end, atom_to_list(Module)).

%% The code of a closure in `f' is called `-f/1-fun-0-' or the like.
function_name("-" ++ Name) -> hd(string:split(Name, "/"));
function_name(Name) -> Name.

colour(Code) -> ["\e[", Code, "m"].
