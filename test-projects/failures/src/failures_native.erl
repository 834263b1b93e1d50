-module(failures_native).
-export([attempt/2, some/1]).

%% Runs F, and shows the error that it ends with: `name | key=value ...'.
attempt(Name, F) ->
    Shown = try F() of _ -> <<"no failure">> catch
        error:#{gleam_error := Kind} = Error -> [text(Kind), details(maps:remove(gleam_error, Error))]
    end,
    io:put_chars([Name, " | ", Shown, $\n]),
    nil.

details(Map) ->
    [[" ", atom_to_list(Key), "=", show(Value)] || {Key, Value} <- lists:sort(maps:to_list(Map))].

show(Value) when is_integer(Value) -> integer_to_list(Value);
show(Value) when is_float(Value) -> io_lib:format("~p", [Value]);
show(Value) when is_binary(Value) -> [$", Value, $"];
show(Value) when is_atom(Value) -> text(Value);
show(#{kind := _} = Part) -> ["{", details(Part), " }"];
show(List) when is_list(List) -> ["[", lists:join(", ", [show(Item) || Item <- List]), "]"];
show(_) -> "_".

text(Atom) -> atom_to_list(Atom).

some(Value) -> Value.
