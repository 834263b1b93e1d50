-module(envoy_ffi).

-export([get/1, set/2, unset/1, to_list/0]).

-compile({no_auto_import, [get/1]}).

get(Name) ->
    case os:getenv(to_charlist(Name)) of
        false -> {error, nil};
        Value -> {ok, to_binary(Value)}
    end.

set(Name, Value) ->
    os:putenv(to_charlist(Name), to_charlist(Value)),
    nil.

unset(Name) ->
    os:unsetenv(to_charlist(Name)),
    nil.

to_list() ->
    [{to_binary(Name), to_binary(Value)} || {Name, Value} <- os:env()].

to_charlist(String) -> unicode:characters_to_list(String).

to_binary(Charlist) -> unicode:characters_to_binary(Charlist).
