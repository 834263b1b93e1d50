%% Shows a value on standard error: place, message and newline, then the value. Gives the value
%% back.
'echo@'(Value, Message, Place) ->
    Text = case Message of
        none -> [];
        _ -> [$\s, Message]
    end,
    Head = [$\e, "[90m", Place, $\e, "[39m", Text, $\n],
    io:put_chars(standard_error, [Head, 'echo@inspect'(Value), $\n]),
    Value.

%% A value as Gleam would write it, as far as its form tells: character data.
'echo@inspect'(true) -> "True";
'echo@inspect'(false) -> "False";
'echo@inspect'(nil) -> "Nil";
'echo@inspect'(Value) when erlang:is_atom(Value) -> 'echo@atom'(Value);
'echo@inspect'(Value) when erlang:is_integer(Value) -> erlang:integer_to_list(Value);
'echo@inspect'(Value) when erlang:is_float(Value) -> io_lib:write(Value);
'echo@inspect'(Value) when erlang:is_binary(Value) -> 'echo@string'(Value);
'echo@inspect'(Value) when erlang:is_bitstring(Value) -> 'echo@bits'(Value);
'echo@inspect'(Value) when erlang:is_list(Value) -> 'echo@list'(Value);
'echo@inspect'(Value) when erlang:is_tuple(Value) -> 'echo@tuple'(erlang:tuple_to_list(Value));
'echo@inspect'(Value) when erlang:is_map(Value) -> 'echo@map'(Value);
'echo@inspect'(Value) when erlang:is_function(Value) -> 'echo@function'(Value);
'echo@inspect'(Value) -> ["//erl(", io_lib:write(Value), ")"].

%% Values with commas between them.
'echo@items'(Values) ->
    lists:join(", ", lists:map(fun 'echo@inspect'/1, Values)).

%% An atom: a constructor if it could be one.
'echo@atom'(Atom) ->
    case 'echo@constructor'(Atom) of
        none -> ["atom.create(\"", erlang:atom_to_list(Atom), "\")"];
        Name -> Name
    end.

%% The constructor that has this tag, or none.
'echo@constructor'(Tag) -> 'echo@word'(erlang:atom_to_list(Tag), []).

%% The start of a word of a tag; the name so far, reversed. No tag has a word that starts with a
%% digit: of other atoms that look like tags, the digit is not shown.
'echo@word'([C | Rest], Name) when C >= $a, C =< $z -> 'echo@letters'(Rest, [C - 32 | Name]);
'echo@word'([C | Rest], Name) when Name =/= [], C >= $0, C =< $9 -> 'echo@letters'(Rest, Name);
'echo@word'(_, _) -> none.

%% The rest of a word of a tag.
'echo@letters'([], Name) -> lists:reverse(Name);
'echo@letters'([$_ | Rest], Name) -> 'echo@word'(Rest, Name);
'echo@letters'([C | Rest], Name) when C >= $a, C =< $z -> 'echo@letters'(Rest, [C | Name]);
'echo@letters'([C | Rest], Name) when C >= $0, C =< $9 -> 'echo@letters'(Rest, [C | Name]);
'echo@letters'(_, _) -> none.

%% A tuple: a record if its first element could be the tag of a constructor.
'echo@tuple'([Tag | Fields] = Items) when erlang:is_atom(Tag), Tag =/= true, Tag =/= false, Tag =/= nil ->
    case 'echo@constructor'(Tag) of
        none -> ["#(", 'echo@items'(Items), ")"];
        Name -> [Name, "(", 'echo@items'(Fields), ")"]
    end;
'echo@tuple'(Items) ->
    ["#(", 'echo@items'(Items), ")"].

%% A list; one of printable ASCII is an Erlang string, one without end not of Gleam.
'echo@list'(List) ->
    case 'echo@kind'(List, none) of
        text ->
            ["charlist.from_string(\"", List, "\")"];
        improper ->
            {Items, Last} = 'echo@split'(List, []),
            ["//erl([", 'echo@items'(Items), " | ", 'echo@inspect'(Last), "])"];
        _ ->
            ["[", 'echo@items'(List), "]"]
    end.

%% The elements and the end of an improper list.
'echo@split'([Item | Rest], Items) -> 'echo@split'(Rest, [Item | Items]);
'echo@split'(Last, Items) -> {lists:reverse(Items), Last}.

%% Whether a list is text, improper, or neither.
'echo@kind'([], Kind) -> Kind;
'echo@kind'([C | Rest], Kind) when erlang:is_integer(C), C >= 32, C =< 126, Kind =/= list ->
    'echo@kind'(Rest, text);
'echo@kind'([_ | Rest], _) -> 'echo@kind'(Rest, list);
'echo@kind'(_, _) -> improper.

%% A dictionary.
'echo@map'(Map) ->
    Shown = lists:map(fun(Pair) -> ["#(", 'echo@items'(erlang:tuple_to_list(Pair)), ")"] end,
                      lists:sort(maps:to_list(Map))),
    ["dict.from_list([", lists:join(", ", Shown), "])"].

%% A function: parameters named by letters.
'echo@function'(Function) ->
    {arity, Arity} = erlang:fun_info(Function, arity),
    Names = lists:map(fun(Letter) -> [Letter] end, lists:seq($a, $a + Arity - 1)),
    ["//fn(", lists:join(", ", Names), ") { ... }"].

%% UTF-8 that has anything to see is a string, other bytes are bits.
'echo@string'(Bytes) ->
    case unicode:characters_to_list(Bytes) of
        [] ->
            "\"\"";
        Characters when erlang:is_list(Characters) ->
            Escaped = lists:map(fun 'echo@escape'/1, Characters),
            IsHidden = fun([$\\, $u | _]) -> true; (_) -> false end,
            case lists:all(IsHidden, Escaped) of
                true -> 'echo@bits'(Bytes);
                false -> ["\"", Escaped, "\""]
            end;
        _ ->
            'echo@bits'(Bytes)
    end.

%% A character of a string.
'echo@escape'($") -> "\\\"";
'echo@escape'($\\) -> "\\\\";
'echo@escape'($\r) -> "\\r";
'echo@escape'($\n) -> "\\n";
'echo@escape'($\t) -> "\\t";
'echo@escape'($\f) -> "\\f";
'echo@escape'(C) when C < 32; C > 126, C < 160 ->
    [$\\, $u, "{", string:pad(erlang:integer_to_list(C, 16), 4, leading, $0), "}"];
'echo@escape'(C) -> C.

%% A bit array: its bytes, and the size of what is left.
'echo@bits'(Bits) ->
    ["<<", lists:join(", ", 'echo@bytes'(Bits)), ">>"].

%% The parts of a bit array.
'echo@bytes'(<<>>) ->
    [];
'echo@bytes'(<<Byte, Rest/bitstring>>) ->
    [erlang:integer_to_list(Byte) | 'echo@bytes'(Rest)];
'echo@bytes'(Bits) ->
    Size = erlang:bit_size(Bits),
    <<Value:Size>> = Bits,
    [[erlang:integer_to_list(Value), ":size(", erlang:integer_to_list(Size), ")"]].
