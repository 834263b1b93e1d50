-module(gleam_stdlib_test_ffi).

-export([main/0, improper_list/0, atoms/0]).

main() ->
    Files = lists:sort(filelib:wildcard("**/*_test.gleam", "test")),
    Tests = [Test || File <- Files, Test <- tests(module(File))],
    Failures = lists:sum([run(Test) || Test <- Tests]),
    io:format("~b tests, ~b failures~n", [length(Tests), Failures]),
    case Failures of
        0 -> nil;
        _ -> halt(1)
    end.

module(File) ->
    Name = filename:rootname(File),
    list_to_atom(lists:flatten(string:replace(Name, "/", "@", all))).

tests(Module) ->
    [{Module, Name} || {Name, 0} <- Module:module_info(exports), is_test(atom_to_list(Name))].

is_test(Name) -> lists:suffix("_test", Name).

run({Module, Name}) ->
    try
        Module:Name(),
        0
    catch Class:Reason:Stack ->
        io:format("~s:~s: ~p ~tp~n~tp~n", [Module, Name, Class, Reason, Stack]),
        1
    end.

%% Values that only Erlang has.

improper_list() -> [1 | 2].

atoms() -> [null, undefined, 'not a variant', http_get, {http_get, 1}, {1, http_get}].
