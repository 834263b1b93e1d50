%% Writing any value as Gleam source.
-module(gleam_stdlib_inspect).

-export([inspect/1, inspect_bits/1]).

inspect(Term) ->
    unicode:characters_to_binary(term(Term)).

inspect_bits(Bits) ->
    unicode:characters_to_binary(bits(Bits)).

%% The functions below give character data in pieces.

term(true) -> "True";
term(false) -> "False";
term(nil) -> "Nil";
term(Atom) when is_atom(Atom) -> atom(Atom);
term(Int) when is_integer(Int) -> integer_to_list(Int);
term(Float) when is_float(Float) -> gleam_stdlib:float_to_string(Float);
term(Binary) when is_binary(Binary) -> binary(Binary);
term(Bits) when is_bitstring(Bits) -> bits(Bits);
term(List) when is_list(List) -> list(List);
term(Tuple) when is_tuple(Tuple) -> tuple(tuple_to_list(Tuple));
term(Map) when is_map(Map) -> dict(Map);
term(Fun) when is_function(Fun) -> function(Fun);
term(Other) -> foreign(Other).

atom(Atom) ->
    case variant(Atom) of
        {ok, Name} -> Name;
        error -> ["atom.create(", string(atom_to_binary(Atom)), ")"]
    end.

%% The name of the variant that an atom stands for: `http_get` is `HttpGet`.
variant(Atom) ->
    case atom_to_list(Atom) of
        [First | Rest] when First >= $a, First =< $z -> variant(Rest, [First - 32]);
        _ -> error
    end.

%% No variant has a word that starts with a digit: of other atoms, the digit is not shown.
variant([$_, Digit | Rest], Name) when Digit >= $0, Digit =< $9 -> variant(Rest, Name);
variant([$_, First | Rest], Name) when First >= $a, First =< $z -> variant(Rest, [First - 32 | Name]);
variant([C | Rest], Name) when C >= $a, C =< $z; C >= $0, C =< $9 -> variant(Rest, [C | Name]);
variant([], Name) -> {ok, lists:reverse(Name)};
variant(_, _) -> error.

binary(Binary) ->
    case gleam_stdlib:bits_to_string(Binary) of
        {ok, String} -> string(String);
        {error, _} -> bits(Binary)
    end.

string(String) ->
    [$", [escape(Codepoint) || <<Codepoint/utf8>> <= String], $"].

escape($") -> "\\\"";
escape($\\) -> "\\\\";
escape($\n) -> "\\n";
escape($\r) -> "\\r";
escape($\t) -> "\\t";
escape($\f) -> "\\f";
escape(C) when C < 16#20; C >= 16#7F, C =< 16#9F -> io_lib:format("\\u{~4.16.0B}", [C]);
escape(C) -> C.

bits(Bits) ->
    ["<<", lists:join(", ", segments(Bits)), ">>"].

segments(<<Byte, Rest/bitstring>>) ->
    [integer_to_list(Byte) | segments(Rest)];
segments(<<>>) ->
    [];
segments(Bits) ->
    Size = bit_size(Bits),
    <<Int:Size>> = Bits,
    [[integer_to_list(Int), ":size(", integer_to_list(Size), ")"]].

%% A list of the numbers of characters is most likely text from Erlang.
list([]) ->
    "[]";
list(List) ->
    case is_text(List) of
        true -> ["charlist.from_string(", string(unicode:characters_to_binary(List)), ")"];
        false -> elements(List, [])
    end.

is_text([C | Rest]) when is_integer(C), C >= 32, C =< 126 -> is_text(Rest);
is_text(End) -> End =:= [].

elements([Last], Done) ->
    ["[", lists:reverse([term(Last) | Done]), "]"];
elements([First | Rest], Done) when is_list(Rest) ->
    elements(Rest, [", ", term(First) | Done]);
elements([First | Improper], Done) ->
    ["//erl([", lists:reverse([term(First) | Done]), " | ", term(Improper), "])"].

tuple([Tag | Fields] = Elements) when is_atom(Tag), Fields =/= [] ->
    case variant(Tag) of
        {ok, Name} when Tag =/= true, Tag =/= false, Tag =/= nil -> [Name, "(", terms(Fields), ")"];
        _ -> ["#(", terms(Elements), ")"]
    end;
tuple(Elements) ->
    ["#(", terms(Elements), ")"].

terms(Terms) ->
    lists:join(", ", [term(Term) || Term <- Terms]).

%% In order, so that equal dicts look equal.
dict(Map) ->
    Entries = [["#(", term(Key), ", ", term(Value), ")"] || {Key, Value} <- lists:sort(maps:to_list(Map))],
    ["dict.from_list([", lists:join(", ", Entries), "])"].

function(Fun) ->
    {arity, Arity} = erlang:fun_info(Fun, arity),
    Names = [[Name] || Name <- lists:seq($a, $a + Arity - 1)],
    ["//fn(", lists:join(", ", Names), ") { ... }"].

%% Such as processes and references.
foreign(Other) ->
    ["//erl(", io_lib:format("~0tp", [Other]), ")"].
