-module(gleam_json_ffi).

-export([
    decode/1, decode_bits/1,
    to_string_tree/1, string/1, float/1, null/0, object/1, array/1
]).

-compile({no_auto_import, [float/1]}).
-compile(inline).

%% Encoding: JSON that is to be written is iodata.

to_string_tree(Json) -> Json.

null() -> <<"null">>.

float(Float) -> float_to_binary(Float, [short]).

array([]) -> <<"[]">>;
array([First | Rest]) -> [$[, First | array_rest(Rest)].

array_rest([]) -> [$]];
array_rest([Value | Rest]) -> [$,, Value | array_rest(Rest)].

object([]) -> <<"{}">>;
object([{Name, Value} | Rest]) -> [${, string(Name), $:, Value | object_rest(Rest)].

object_rest([]) -> [$}];
object_rest([{Name, Value} | Rest]) -> [$,, string(Name), $:, Value | object_rest(Rest)].

%% Most strings have nothing to escape and are not copied here.
string(String) ->
    case clean_bytes(String, 0) of
        Size when Size =:= byte_size(String) -> [$", String, $"];
        Size -> [$", pieces(String, Size), $"]
    end.

%% How many bytes from here on need no escape.
clean_bytes(<<C, Rest/bits>>, Size) when C >= 16#20, C =/= $", C =/= $\\ ->
    clean_bytes(Rest, Size + 1);
clean_bytes(_, Size) ->
    Size.

pieces(String, Size) ->
    case String of
        <<Clean:Size/binary>> ->
            [Clean];
        <<Clean:Size/binary, Special, Rest/bits>> ->
            [Clean, escape(Special) | pieces(Rest, clean_bytes(Rest, 0))]
    end.

escape($") -> <<"\\\"">>;
escape($\\) -> <<"\\\\">>;
escape($\n) -> <<"\\n">>;
escape($\r) -> <<"\\r">>;
escape($\t) -> <<"\\t">>;
escape($\b) -> <<"\\b">>;
escape($\f) -> <<"\\f">>;
escape(C) -> [<<"\\u00">>, hex_digit(C bsr 4), hex_digit(C band 15)].

hex_digit(N) when N < 10 -> $0 + N;
hex_digit(N) -> $a + N - 10.

%% Decoding: a loop over the bytes with a stack of what is not yet complete. All
%% calls are tail calls, and the rest of the input is always the first argument,
%% so that the compiler keeps one match context for all of it. The input as a
%% whole and the position in it come next: strings and numbers are cut out of it.
%%
%% The stack is a flat list, the innermost first:
%%   array, Values         values so far, the last first
%%   object, Name, Entries the name of the value to come, and entries so far
%%   name, Entries         a name is to come

-define(IS_SPACE(C), (C =:= $\s orelse C =:= $\n orelse C =:= $\r orelse C =:= $\t)).
-define(IS_DIGIT(C), (C >= $0 andalso C =< $9)).

decode_bits(Bits) when is_binary(Bits) ->
    case unicode:characters_to_binary(Bits) of
        Binary when is_binary(Binary) -> decode(Binary);
        {_, _, <<Byte, _/bits>>} -> {error, {unexpected_byte, hex(Byte)}}
    end;
decode_bits(_) ->
    {error, {unexpected_byte, <<>>}}.

decode(Json) ->
    try {ok, value(Json, Json, 0, [])}
    catch throw:{gleam_json_ffi, Error} -> {error, Error}
    end.

value(<<C, Rest/bits>>, Json, At, Stack) when ?IS_SPACE(C) ->
    value(Rest, Json, At + 1, Stack);
value(<<$", Rest/bits>>, Json, At, Stack) ->
    string(Rest, Json, At + 1, 0, Stack);
value(<<${, Rest/bits>>, Json, At, Stack) ->
    first_name(Rest, Json, At + 1, Stack);
value(<<$[, Rest/bits>>, Json, At, Stack) ->
    first_value(Rest, Json, At + 1, Stack);
value(<<$0, Rest/bits>>, Json, At, Stack) ->
    integer_end(Rest, Json, At, 1, Stack);
value(<<C, Rest/bits>>, Json, At, Stack) when ?IS_DIGIT(C) ->
    integer(Rest, Json, At, 1, Stack);
value(<<$-, Rest/bits>>, Json, At, Stack) ->
    negative(Rest, Json, At, Stack);
value(<<"true", Rest/bits>>, Json, At, Stack) ->
    continue(Rest, Json, At + 4, true, Stack);
value(<<"false", Rest/bits>>, Json, At, Stack) ->
    continue(Rest, Json, At + 5, false, Stack);
value(<<"null", Rest/bits>>, Json, At, Stack) ->
    continue(Rest, Json, At + 4, nil, Stack);
value(<<$t, Rest/bits>>, _, _, _) ->
    misspelt(Rest, "rue");
value(<<$f, Rest/bits>>, _, _, _) ->
    misspelt(Rest, "alse");
value(<<$n, Rest/bits>>, _, _, _) ->
    misspelt(Rest, "ull");
value(Rest, _, _, _) ->
    unexpected(Rest).

%% Skips what is right of a word that is not.
misspelt(<<C, Rest/bits>>, [C | Expected]) -> misspelt(Rest, Expected);
misspelt(Rest, _) -> unexpected(Rest).

%% After a value: what comes next depends on what it is in.
continue(<<C, Rest/bits>>, Json, At, Value, Stack) when ?IS_SPACE(C) ->
    continue(Rest, Json, At + 1, Value, Stack);
continue(<<$,, Rest/bits>>, Json, At, Value, [array, Values | Stack]) ->
    value(Rest, Json, At + 1, [array, [Value | Values] | Stack]);
continue(<<$], Rest/bits>>, Json, At, Value, [array, Values | Stack]) ->
    continue(Rest, Json, At + 1, lists:reverse(Values, [Value]), Stack);
continue(<<$,, Rest/bits>>, Json, At, Value, [object, Name, Entries | Stack]) ->
    name(Rest, Json, At + 1, [name, [{Name, Value} | Entries] | Stack]);
continue(<<$}, Rest/bits>>, Json, At, Value, [object, Name, Entries | Stack]) ->
    Object = maps:from_list(lists:reverse(Entries, [{Name, Value}])),
    continue(Rest, Json, At + 1, Object, Stack);
continue(<<$:, Rest/bits>>, Json, At, Name, [name, Entries | Stack]) ->
    value(Rest, Json, At + 1, [object, Name, Entries | Stack]);
continue(<<>>, _, _, Value, []) ->
    Value;
continue(Rest, _, _, _, _) ->
    unexpected(Rest).

first_value(<<C, Rest/bits>>, Json, At, Stack) when ?IS_SPACE(C) ->
    first_value(Rest, Json, At + 1, Stack);
first_value(<<$], Rest/bits>>, Json, At, Stack) ->
    continue(Rest, Json, At + 1, [], Stack);
first_value(Rest, Json, At, Stack) ->
    value(Rest, Json, At, [array, [] | Stack]).

first_name(<<C, Rest/bits>>, Json, At, Stack) when ?IS_SPACE(C) ->
    first_name(Rest, Json, At + 1, Stack);
first_name(<<$}, Rest/bits>>, Json, At, Stack) ->
    continue(Rest, Json, At + 1, #{}, Stack);
first_name(Rest, Json, At, Stack) ->
    name(Rest, Json, At, [name, [] | Stack]).

name(<<C, Rest/bits>>, Json, At, Stack) when ?IS_SPACE(C) ->
    name(Rest, Json, At + 1, Stack);
name(<<$", Rest/bits>>, Json, At, Stack) ->
    string(Rest, Json, At + 1, 0, Stack);
name(Rest, _, _, _) ->
    unexpected(Rest).

%% Strings: `Size` bytes from position `At` on need no change.

string(<<$", Rest/bits>>, Json, At, Size, Stack) ->
    continue(Rest, Json, At + Size + 1, binary_part(Json, At, Size), Stack);
string(<<$\\, Rest/bits>>, Json, At, Size, Stack) ->
    escaped(Rest, Json, At + Size + 1, binary_part(Json, At, Size), Stack);
string(<<C, Rest/bits>>, Json, At, Size, Stack) when C >= 16#20 ->
    string(Rest, Json, At, Size + 1, Stack);
string(Rest, _, _, _, _) ->
    unexpected(Rest).

%% The same for a string that had an escape, with what comes before.
string(<<$", Rest/bits>>, Json, At, Size, Before, Stack) ->
    Part = binary_part(Json, At, Size),
    continue(Rest, Json, At + Size + 1, <<Before/binary, Part/binary>>, Stack);
string(<<$\\, Rest/bits>>, Json, At, Size, Before, Stack) ->
    Part = binary_part(Json, At, Size),
    escaped(Rest, Json, At + Size + 1, <<Before/binary, Part/binary>>, Stack);
string(<<C, Rest/bits>>, Json, At, Size, Before, Stack) when C >= 16#20 ->
    string(Rest, Json, At, Size + 1, Before, Stack);
string(Rest, _, _, _, _, _) ->
    unexpected(Rest).

escaped(<<C, Rest/bits>>, Json, At, Before, Stack) when C =:= $"; C =:= $\\; C =:= $/ ->
    string(Rest, Json, At + 1, 0, <<Before/binary, C>>, Stack);
escaped(<<$n, Rest/bits>>, Json, At, Before, Stack) ->
    string(Rest, Json, At + 1, 0, <<Before/binary, $\n>>, Stack);
escaped(<<$t, Rest/bits>>, Json, At, Before, Stack) ->
    string(Rest, Json, At + 1, 0, <<Before/binary, $\t>>, Stack);
escaped(<<$r, Rest/bits>>, Json, At, Before, Stack) ->
    string(Rest, Json, At + 1, 0, <<Before/binary, $\r>>, Stack);
escaped(<<$b, Rest/bits>>, Json, At, Before, Stack) ->
    string(Rest, Json, At + 1, 0, <<Before/binary, $\b>>, Stack);
escaped(<<$f, Rest/bits>>, Json, At, Before, Stack) ->
    string(Rest, Json, At + 1, 0, <<Before/binary, $\f>>, Stack);
escaped(<<$u, Rest/bits>>, Json, At, Before, Stack) ->
    {High, AfterHigh} = hex4(Rest, 0, 4),
    if
        High < 16#D800; High > 16#DFFF ->
            string(AfterHigh, Json, At + 5, 0, <<Before/binary, High/utf8>>, Stack);
        High < 16#DC00 ->
            low_surrogate(AfterHigh, High, Json, At, Before, Stack);
        true ->
            unexpected_sequence(Json, At - 1, 6)
    end;
escaped(Rest, _, _, _, _) ->
    unexpected(Rest).

%% The second of two escapes that are one code point outside of the basic plane.
low_surrogate(<<"\\u", Rest/bits>>, High, Json, At, Before, Stack) ->
    case hex4(Rest, 0, 4) of
        {Low, AfterLow} when Low >= 16#DC00, Low =< 16#DFFF ->
            C = 16#10000 + ((High - 16#D800) bsl 10) + (Low - 16#DC00),
            string(AfterLow, Json, At + 11, 0, <<Before/binary, C/utf8>>, Stack);
        _ ->
            unexpected_sequence(Json, At - 1, 12)
    end;
low_surrogate(_, _, Json, At, _, _) ->
    unexpected_sequence(Json, At - 1, 6).

hex4(Rest, N, 0) -> {N, Rest};
hex4(<<C, Rest/bits>>, N, Left) when ?IS_DIGIT(C) -> hex4(Rest, N * 16 + C - $0, Left - 1);
hex4(<<C, Rest/bits>>, N, Left) when C >= $a, C =< $f -> hex4(Rest, N * 16 + C - $a + 10, Left - 1);
hex4(<<C, Rest/bits>>, N, Left) when C >= $A, C =< $F -> hex4(Rest, N * 16 + C - $A + 10, Left - 1);
hex4(Rest, _, _) -> unexpected(Rest).

%% Numbers: `Size` bytes from position `At` on belong to it.

negative(<<$0, Rest/bits>>, Json, At, Stack) ->
    integer_end(Rest, Json, At, 2, Stack);
negative(<<C, Rest/bits>>, Json, At, Stack) when ?IS_DIGIT(C) ->
    integer(Rest, Json, At, 2, Stack);
negative(Rest, _, _, _) ->
    unexpected(Rest).

integer(<<C, Rest/bits>>, Json, At, Size, Stack) when ?IS_DIGIT(C) ->
    integer(Rest, Json, At, Size + 1, Stack);
integer(Rest, Json, At, Size, Stack) ->
    integer_end(Rest, Json, At, Size, Stack).

integer_end(<<$., Rest/bits>>, Json, At, Size, Stack) ->
    fraction_start(Rest, Json, At, Size + 1, Stack);
integer_end(<<E, Rest/bits>>, Json, At, Size, Stack) when E =:= $e; E =:= $E ->
    %% Erlang wants a fraction before the exponent.
    Integer = binary_part(Json, At, Size),
    exponent_sign(Rest, Json, At, Size + 1, <<Integer/binary, ".0e">>, Stack);
integer_end(Rest, Json, At, Size, Stack) ->
    Integer = binary_to_integer(binary_part(Json, At, Size)),
    continue(Rest, Json, At + Size, Integer, Stack).

fraction_start(<<C, Rest/bits>>, Json, At, Size, Stack) when ?IS_DIGIT(C) ->
    fraction(Rest, Json, At, Size + 1, Stack);
fraction_start(Rest, _, _, _, _) ->
    unexpected(Rest).

fraction(<<C, Rest/bits>>, Json, At, Size, Stack) when ?IS_DIGIT(C) ->
    fraction(Rest, Json, At, Size + 1, Stack);
fraction(<<E, Rest/bits>>, Json, At, Size, Stack) when E =:= $e; E =:= $E ->
    Mantissa = binary_part(Json, At, Size),
    exponent_sign(Rest, Json, At, Size + 1, <<Mantissa/binary, $e>>, Stack);
fraction(Rest, Json, At, Size, Stack) ->
    float_end(Rest, Json, At, Size, binary_part(Json, At, Size), Stack).

exponent_sign(<<C, Rest/bits>>, Json, At, Size, Text, Stack) when C =:= $-; C =:= $+ ->
    exponent_start(Rest, Json, At, Size + 1, <<Text/binary, C>>, Stack);
exponent_sign(Rest, Json, At, Size, Text, Stack) ->
    exponent_start(Rest, Json, At, Size, Text, Stack).

exponent_start(<<C, Rest/bits>>, Json, At, Size, Text, Stack) when ?IS_DIGIT(C) ->
    exponent(Rest, Json, At, Size + 1, <<Text/binary, C>>, Stack);
exponent_start(Rest, _, _, _, _, _) ->
    unexpected(Rest).

exponent(<<C, Rest/bits>>, Json, At, Size, Text, Stack) when ?IS_DIGIT(C) ->
    exponent(Rest, Json, At, Size + 1, <<Text/binary, C>>, Stack);
exponent(Rest, Json, At, Size, Text, Stack) ->
    float_end(Rest, Json, At, Size, Text, Stack).

%% A float that is too large is no float of Erlang.
float_end(Rest, Json, At, Size, Text, Stack) ->
    try binary_to_float(Text) of
        Float -> continue(Rest, Json, At + Size, Float, Stack)
    catch
        error:badarg -> unexpected_sequence(Json, At, Size)
    end.

-spec unexpected(binary()) -> no_return().
unexpected(<<>>) -> fail(unexpected_end_of_input);
unexpected(<<Byte, _/bits>>) -> fail({unexpected_byte, hex(Byte)}).

-spec unexpected_sequence(binary(), integer(), integer()) -> no_return().
unexpected_sequence(Json, At, Size) ->
    fail({unexpected_sequence, binary_part(Json, At, Size)}).

-spec fail(term()) -> no_return().
fail(Error) -> throw({?MODULE, Error}).

hex(Byte) ->
    <<"0x", (hex_upper(Byte bsr 4)), (hex_upper(Byte band 15))>>.

hex_upper(N) when N < 10 -> $0 + N;
hex_upper(N) -> $A + N - 10.
