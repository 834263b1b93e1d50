-module(language_log).
-export([reset/0, add/1, entries/0, fails/1]).

reset() -> erlang:put(?MODULE, []), nil.

add(Word) -> erlang:put(?MODULE, [Word | erlang:get(?MODULE)]), nil.

entries() -> lists:reverse(erlang:get(?MODULE)).

fails(Run) ->
    try Run() of
        _ -> false
    catch
        _:_ -> true
    end.
