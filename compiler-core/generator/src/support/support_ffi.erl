-module(support_ffi).
-export([codepoint/1, log/2, rescue/2, program/2, flush/0]).

codepoint(Number) -> Number.

log(Tag, Value) ->
    line([Tag, " ", show(Value)]),
    Value.

rescue(Tag, Run) ->
    try
        Run()
    catch
        error:#{gleam_error := _} = Error ->
            line([Tag, " stopped", [field(Key, Error) || Key <- keys()]]);
        Class:Reason ->
            line([Tag, " crashed ", io_lib:format("~0p ~0p", [Class, Reason])])
    end,
    nil.

program(Header, Main) ->
    line([Header]),
    Main(),
    flush().

line(Text) ->
    put(trace, [get(trace), Text, $\n]).

flush() ->
    Trace = case get(trace) of undefined -> []; Lines -> Lines end,
    put(trace, []),
    io:setopts(standard_io, [{encoding, unicode}]),
    io:put_chars(standard_io, flat(Trace)),
    nil.

flat(Trace) ->
    unicode:characters_to_binary(without_undefined(Trace)).

without_undefined(undefined) -> [];
without_undefined([Head | Tail]) -> [without_undefined(Head) | without_undefined(Tail)];
without_undefined(Other) -> Other.

%% The fields of an error, those whose values are texts apart.
keys() ->
    [gleam_error, module, function, line, file, message, kind, operator, start, 'end',
     pattern_start, pattern_end, expression_start, value, left, right, arguments, expression].

field(Key, Error) ->
    case Error of
        #{Key := Value} -> ["; ", atom_to_binary(Key), " ", field_value(Key, Value)];
        _ -> []
    end.

field_value(Key, Value) when Key =:= gleam_error; Key =:= kind; Key =:= operator ->
    atom_to_binary(Value);
field_value(Key, Value) when Key =:= module; Key =:= function; Key =:= file; Key =:= message ->
    Value;
field_value(arguments, Values) ->
    [["(", part(Value), ")"] || Value <- Values];
field_value(_, Value) when is_map(Value) ->
    ["(", part(Value), ")"];
field_value(_, Value) ->
    show(Value).

part(Part) ->
    [field(Key, Part) || Key <- keys()].

%% Values in the same words on every target.
show(true) -> "true";
show(false) -> "false";
show(nil) -> "nil";
show(Atom) when is_atom(Atom) -> atom_to_binary(Atom);
show(Int) when is_integer(Int) -> integer_to_binary(Int);
show(Float) when is_float(Float) ->
    case trunc(Float) of
        Whole when Whole == Float, abs(Whole) < 9007199254740992 -> integer_to_binary(Whole);
        _ -> ["f", binary:encode_hex(<<Float/float>>)]
    end;
show(Bits) when is_bitstring(Bits) ->
    Size = bit_size(Bits),
    Rest = (8 - Size rem 8) rem 8,
    ["<<", integer_to_binary(Size), ":", binary:encode_hex(<<Bits/bits, 0:Rest>>), ">>"];
show(List) when is_list(List) -> ["[", lists:join(", ", [show(Item) || Item <- List]), "]"];
show(Tuple) when is_tuple(Tuple) ->
    ["{", lists:join(", ", [show(Item) || Item <- tuple_to_list(Tuple)]), "}"];
show(Function) when is_function(Function) -> "function".
