%% The parts of the standard library that need Erlang. Only what exists since
%% OTP 25 is used.
-module(gleam_stdlib).

-export([
    identity/1,
    print/1, print_error/1, println/1, println_error/1,
    parse_int/1, int_from_base_string/2, parse_float/1, float_to_string/1,
    string_reverse/1, string_replace/3, string_crop/2, string_contains/2,
    string_starts_with/2, string_ends_with/2, string_split/2, string_split_once/2,
    string_join/2, string_repeat/2, string_last/1, string_trim_start/1, string_trim_end/1, string_pop_grapheme/1, string_slice/3,
    string_drop_start/2, string_drop_end/2, string_length/1,
    string_to_graphemes/1, string_to_codepoints/1, string_from_codepoints/1,
    string_remove_prefix/2, string_remove_suffix/2,
    iodata_append/2, string_tree_join/2, string_tree_split/2,
    bits_pad_to_bytes/1, bits_slice/3, bits_to_string/1,
    bits_less_than/2, bits_starts_with/2, base64_encode/2, base64_decode/1, base16_encode/1, base16_decode/1,
    dict_get/2, dict_insert/3, dict_upsert/3, dict_fold/3, dict_map_values/2, dict_filter/2,
    dict_combine/3,
    classify/1, index/2, dynamic_list/1, dynamic_entries/1, dynamic_int/1, dynamic_float/1,
    dynamic_string/1, dynamic_bit_array/1, is_null/1,
    percent_encode/1, percent_decode/1, uri_are_allowed/1, uri_cut_before/2,
    uri_is_scheme/1, uri_are_digits/1, uri_has_brackets/1,
    list_fold_right/3
]).

identity(Value) -> Value.

%% --- Output ----------------------------------------------------------------

print(String) ->
    io:put_chars(String),
    nil.

println(String) ->
    io:put_chars([String, $\n]),
    nil.

print_error(String) ->
    io:put_chars(standard_error, String),
    nil.

println_error(String) ->
    io:put_chars(standard_error, [String, $\n]),
    nil.

%% --- Numbers ---------------------------------------------------------------

parse_int(String) ->
    try {ok, binary_to_integer(String)}
    catch error:badarg -> {error, nil}
    end.

int_from_base_string(String, Base) ->
    try {ok, binary_to_integer(String, Base)}
    catch error:badarg -> {error, nil}
    end.

parse_float(String) ->
    try {ok, binary_to_float(String)}
    catch error:badarg -> {error, nil}
    end.

float_to_string(Float) ->
    float_to_binary(Float, [short]).

%% --- Strings ---------------------------------------------------------------

string_reverse(String) ->
    unicode:characters_to_binary(string:reverse(String)).

string_replace(String, <<>>, _Substitute) ->
    String;
string_replace(String, Pattern, Substitute) ->
    iolist_to_binary(lists:join(Substitute, binary:split(String, Pattern, [global]))).

string_crop(String, <<>>) ->
    String;
string_crop(String, Part) ->
    case binary:match(String, Part) of
        {Start, _} -> binary:part(String, Start, byte_size(String) - Start);
        nomatch -> String
    end.

string_contains(_String, <<>>) -> true;
string_contains(String, Part) -> binary:match(String, Part) =/= nomatch.

string_starts_with(String, Prefix) ->
    Size = byte_size(Prefix),
    case String of
        <<Prefix:Size/binary, _/binary>> -> true;
        _ -> false
    end.

string_ends_with(String, Suffix) ->
    Size = byte_size(String) - byte_size(Suffix),
    Size >= 0 andalso binary:part(String, Size, byte_size(Suffix)) =:= Suffix.

string_remove_prefix(String, Prefix) ->
    Size = byte_size(Prefix),
    case String of
        <<Prefix:Size/binary, Rest/binary>> -> Rest;
        _ -> String
    end.

string_remove_suffix(String, Suffix) ->
    Size = byte_size(String) - byte_size(Suffix),
    case String of
        <<Rest:Size/binary, Suffix/binary>> -> Rest;
        _ -> String
    end.

string_split(String, Separator) ->
    binary:split(String, Separator, [global]).

string_split_once(_String, <<>>) ->
    {error, nil};
string_split_once(String, Separator) ->
    case binary:match(String, Separator) of
        {Start, Size} ->
            <<Before:Start/binary, _:Size/binary, After/binary>> = String,
            {ok, {Before, After}};
        nomatch ->
            {error, nil}
    end.

string_join(Strings, Separator) ->
    iolist_to_binary(lists:join(Separator, Strings)).

%% `binary:copy` takes about as long for a byte as for a block, so that many copies are made of larger blocks.
string_repeat(String, Times) when Times < 64 ->
    binary:copy(String, Times);
string_repeat(String, Times) ->
    Block = binary:copy(String, 32),
    Rest = binary:copy(String, Times rem 32),
    <<(string_repeat(Block, Times div 32))/binary, Rest/binary>>.

%% The Unicode property Pattern_White_Space, as on the JavaScript target.
is_white(C) when C >= 9, C =< 13 -> true;
is_white(C) when C =:= 16#20; C =:= 16#85; C =:= 16#200E; C =:= 16#200F -> true;
is_white(C) when C =:= 16#2028; C =:= 16#2029 -> true;
is_white(_) -> false.

string_trim_start(<<C/utf8, Rest/binary>> = String) ->
    case is_white(C) of
        true -> string_trim_start(Rest);
        false -> String
    end;
string_trim_start(String) ->
    String.

string_trim_end(<<>>) ->
    <<>>;
string_trim_end(String) ->
    Size = last_codepoint_start(String, byte_size(String) - 1),
    <<Rest:Size/binary, Last/binary>> = String,
    case Last of
        <<C/utf8>> ->
            case is_white(C) of
                true -> string_trim_end(Rest);
                false -> String
            end;
        _ -> String
    end.

%% Bytes of the form 10xxxxxx continue a code point.
last_codepoint_start(String, At) when At > 0 ->
    case binary:at(String, At) band 16#C0 of
        16#80 -> last_codepoint_start(String, At - 1);
        _ -> At
    end;
last_codepoint_start(_String, At) ->
    At.

%% An ASCII character other than a carriage return is a cluster by itself if
%% another one follows.
string_pop_grapheme(<<>>) ->
    {error, nil};
string_pop_grapheme(String) ->
    {First, Rest} = split_binary(String, first_grapheme_size(String)),
    {ok, {First, Rest}}.

string_slice(String, Start, Length) ->
    Rest = string_drop_start(String, Start),
    binary:part(Rest, 0, graphemes_size(Rest, Length)).

string_drop_start(String, Count) ->
    Ascii = ascii_clusters(String, Count),
    <<_:Ascii/binary, Rest/binary>> = String,
    case drop_clusters(Rest, Count - Ascii) of
        Left when is_binary(Left) -> Left;
        Left -> binary:part(String, byte_size(String), -rest_size(Left))
    end.

%% Counts from the end as long as clusters are ASCII characters, and the rest from the start.
string_drop_end(String, Count) ->
    {End, Left} = ascii_from_end(String, byte_size(String) - 1, Count),
    Rest = binary:part(String, 0, End),
    case Left of
        0 -> Rest;
        _ -> binary:part(Rest, 0, graphemes_size(Rest, max(0, string_length(Rest) - Left)))
    end.

ascii_from_end(String, At, Count) when At > 0, Count > 0 ->
    case is_ascii_boundary(String, At) of
        true -> ascii_from_end(String, At - 1, Count - 1);
        false -> {At + 1, Count}
    end;
ascii_from_end(_String, At, Count) ->
    {At + 1, Count}.

is_ascii_boundary(String, At) ->
    case binary:at(String, At) < 128 andalso binary:at(String, At - 1) of
        Before when is_integer(Before) -> Before < 128 andalso Before =/= $\r;
        false -> false
    end.

string_length(String) ->
    Ascii = ascii_clusters(String, byte_size(String)),
    <<_:Ascii/binary, Rest/binary>> = String,
    Ascii + string:length(Rest).

%% The number of bytes that the first clusters take up.
graphemes_size(String, Count) ->
    Ascii = ascii_clusters(String, Count),
    <<_:Ascii/binary, Rest/binary>> = String,
    byte_size(String) - rest_size(drop_clusters(Rest, Count - Ascii)).

%% How many of the first clusters are single ASCII characters, up to a number.
ascii_clusters(<<First, Rest/binary>>, Most) when First < 128 ->
    ascii_clusters(Rest, First, Most, 0);
ascii_clusters(_String, _Most) ->
    0.

ascii_clusters(<<Next, Rest/binary>>, First, Most, Count) when Next < 128, First =/= $\r, Count < Most ->
    ascii_clusters(Rest, Next, Most, Count + 1);
ascii_clusters(<<>>, _First, Most, Count) when Count < Most ->
    Count + 1;
ascii_clusters(_Rest, _First, _Most, Count) ->
    Count.

%% Gives what is left as Erlang has it: code points that it has read already may come before the text.
drop_clusters(String, 0) ->
    String;
drop_clusters(String, Count) ->
    case string:next_grapheme(String) of
        [_ | Rest] -> drop_clusters(Rest, Count - 1);
        [] -> []
    end.

rest_size(Rest) when is_binary(Rest) -> byte_size(Rest);
rest_size([Codepoint | Rest]) -> byte_size(<<Codepoint/utf8>>) + rest_size(Rest);
rest_size([]) -> 0.

first_grapheme_size(<<A, B, _/binary>>) when A < 128, B < 128, A =/= $\r -> 1;
first_grapheme_size(String) ->
    [First | _] = string:next_grapheme(String),
    byte_size(grapheme_to_binary(First)).

%% No more than is needed is cut into clusters: between two ASCII characters, other than a
%% carriage return and what follows it, one ends.
string_last(<<>>) ->
    {error, nil};
string_last(String) ->
    Start = last_cluster_end(String, byte_size(String) - 1),
    case byte_size(String) - Start of
        1 -> {ok, binary:part(String, Start, 1)};
        Size -> {ok, lists:last(string_to_graphemes(binary:part(String, Start, Size)))}
    end.

last_cluster_end(_String, 0) ->
    0;
last_cluster_end(String, At) ->
    case is_ascii_boundary(String, At) of
        true -> At;
        false -> last_cluster_end(String, At - 1)
    end.

string_to_graphemes(String) ->
    [grapheme_to_binary(Grapheme) || Grapheme <- string:to_graphemes(String)].

grapheme_to_binary(Codepoint) when is_integer(Codepoint) -> <<Codepoint/utf8>>;
grapheme_to_binary(Codepoints) -> unicode:characters_to_binary(Codepoints).

string_to_codepoints(String) ->
    [Codepoint || <<Codepoint/utf8>> <= String].

string_from_codepoints(Codepoints) ->
    unicode:characters_to_binary(Codepoints).

%% --- String trees ----------------------------------------------------------

iodata_append(First, Second) -> [First, Second].

string_tree_join(Trees, Separator) ->
    lists:join(Separator, Trees).

string_tree_split(Tree, Separator) ->
    string:split(Tree, Separator, all).

%% --- Bit arrays ------------------------------------------------------------

bits_pad_to_bytes(Bits) when is_binary(Bits) ->
    Bits;
bits_pad_to_bytes(Bits) ->
    Padding = 8 - bit_size(Bits) rem 8,
    <<Bits/bitstring, 0:Padding>>.

%% A negative size takes what comes before the position.
bits_slice(Bits, Position, Size) when Size < 0 ->
    bits_slice(Bits, Position + Size, -Size);
bits_slice(Bits, Start, Size) ->
    case Bits of
        <<_:Start/binary, Slice:Size/binary, _/bitstring>> -> {ok, Slice};
        _ -> {error, nil}
    end.

bits_to_string(Bits) when is_binary(Bits) ->
    case unicode:characters_to_binary(Bits) of
        Bits -> {ok, Bits};
        _ -> {error, nil}
    end;
bits_to_string(_) ->
    {error, nil}.

%% Byte by byte; once one has no whole byte any more, what is left of both counts
%% as a number, and finally its size.
bits_less_than(<<Byte, A/bitstring>>, <<Byte, B/bitstring>>) ->
    bits_less_than(A, B);
bits_less_than(<<A, _/bitstring>>, <<B, _/bitstring>>) ->
    A < B;
bits_less_than(A, B) ->
    SizeA = bit_size(A),
    SizeB = bit_size(B),
    <<NumberA:SizeA>> = A,
    <<NumberB:SizeB>> = B,
    {NumberA, SizeA} < {NumberB, SizeB}.

bits_starts_with(Bits, Prefix) ->
    Size = bit_size(Prefix),
    case Bits of
        <<Prefix:Size/bitstring, _/bitstring>> -> true;
        _ -> false
    end.

base64_encode(Bits, Padding) ->
    Encoded = base64:encode(bits_pad_to_bytes(Bits)),
    case Padding of
        true -> Encoded;
        false -> hd(binary:split(Encoded, <<"=">>))
    end.

base64_decode(String) ->
    Padded = case byte_size(String) rem 4 of
        0 -> String;
        N -> <<String/binary, (binary:copy(<<"=">>, 4 - N))/binary>>
    end,
    try base64:decode(Padded) of
        %% Erlang's decoder skips white space. As what is left has whole groups of four, at least
        %% four characters were skipped, which is three bytes less.
        Bytes when byte_size(Bytes) > byte_size(Padded) div 4 * 3 - 3 -> {ok, Bytes};
        _ -> {error, nil}
    catch error:_ -> {error, nil}
    end.

base16_encode(Bits) ->
    binary:encode_hex(bits_pad_to_bytes(Bits)).

base16_decode(String) ->
    try {ok, binary:decode_hex(String)}
    catch error:_ -> {error, nil}
    end.

%% --- Dicts -----------------------------------------------------------------

dict_get(Dict, Key) ->
    case Dict of
        #{Key := Value} -> {ok, Value};
        #{} -> {error, nil}
    end.

%% From OTP 26 on, `maps:put` takes less time than `Dict#{Key => Value}`.
dict_insert(Dict, Key, Value) -> maps:put(Key, Value, Dict).

dict_upsert(Dict, Key, Fun) ->
    case Dict of
        #{Key := Value} -> maps:put(Key, Fun({some, Value}), Dict);
        #{} -> maps:put(Key, Fun(none), Dict)
    end.

dict_fold(Dict, Initial, Fun) ->
    maps:fold(fun(Key, Value, Acc) -> Fun(Acc, Key, Value) end, Initial, Dict).

dict_map_values(Dict, Fun) -> maps:map(Fun, Dict).

dict_filter(Dict, Predicate) -> maps:filter(Predicate, Dict).

dict_combine(Dict, Other, Fun) ->
    maps:merge_with(fun(_Key, A, B) -> Fun(A, B) end, Dict, Other).

%% --- Dynamic data ----------------------------------------------------------

classify(X) when is_boolean(X) -> <<"Bool">>;
classify(X) when is_integer(X) -> <<"Int">>;
classify(X) when is_float(X) -> <<"Float">>;
classify(X) when is_list(X) -> <<"List">>;
classify(X) when is_map(X) -> <<"Dict">>;
classify(X) when is_tuple(X) -> <<"Array">>;
classify(X) when is_function(X) -> <<"Function">>;
classify(X) when is_binary(X) ->
    case bits_to_string(X) of
        {ok, _} -> <<"String">>;
        _ -> <<"BitArray">>
    end;
classify(X) when is_bitstring(X) -> <<"BitArray">>;
classify(X) when X =:= nil; X =:= null; X =:= undefined -> <<"Nil">>;
classify(X) when is_atom(X) -> <<"Atom">>;
classify(_) -> <<"Unknown">>.

%% What a key or position leads to: {ok, {some, Value}}, {ok, none} if there is
%% nothing, or {error, Expected} if the data has no places of that kind.
index(Data, Key) when is_map(Data) ->
    case Data of
        #{Key := Value} -> {ok, {some, Value}};
        #{} -> {ok, none}
    end;
index(Data, Index) when is_tuple(Data), is_integer(Index) ->
    case Index >= 0 andalso Index < tuple_size(Data) of
        true -> {ok, {some, element(Index + 1, Data)}};
        false -> {ok, none}
    end;
%% The elements of lists can be reached only near the start, so that nobody takes
%% them for arrays.
index(Data, Index) when is_list(Data), is_integer(Index), Index >= 0, Index < 8 ->
    list_index(Data, Index);
index(_Data, Index) when is_integer(Index) ->
    {error, <<"Indexable">>};
index(_Data, _Key) ->
    {error, <<"Dict">>}.

list_index([First | _], 0) -> {ok, {some, First}};
list_index([_ | Rest], Index) -> list_index(Rest, Index - 1);
list_index(_End, _Index) -> {error, <<"Indexable">>}.

dynamic_list(Data) when is_list(Data) ->
    case is_proper(Data) of
        true -> {ok, Data};
        false -> {error, nil}
    end;
dynamic_list(Data) when is_tuple(Data) ->
    {ok, tuple_to_list(Data)};
dynamic_list(_) ->
    {error, nil}.

is_proper([_ | Rest]) -> is_proper(Rest);
is_proper(End) -> End =:= [].

dynamic_entries(Data) when is_map(Data) -> {ok, maps:to_list(Data)};
dynamic_entries(_) -> {error, nil}.

%% In case of an error these give a value of the type that was asked for.

dynamic_int(Data) when is_integer(Data) -> {ok, Data};
dynamic_int(_) -> {error, 0}.

dynamic_float(Data) when is_float(Data) -> {ok, Data};
dynamic_float(_) -> {error, 0.0}.

dynamic_string(Data) when is_binary(Data) ->
    case bits_to_string(Data) of
        {ok, String} -> {ok, String};
        _ -> {error, <<>>}
    end;
dynamic_string(_) ->
    {error, <<>>}.

dynamic_bit_array(Data) when is_bitstring(Data) -> {ok, Data};
dynamic_bit_array(_) -> {error, <<>>}.

is_null(Data) -> Data =:= nil orelse Data =:= null orelse Data =:= undefined.

%% --- Percent encoding ------------------------------------------------------

percent_encode(String) -> percent_encode(String, <<>>).

percent_encode(<<Byte, Rest/binary>>, Encoded) when
    Byte >= $a, Byte =< $z;
    Byte >= $A, Byte =< $Z;
    Byte >= $0, Byte =< $9;
    Byte =:= $-; Byte =:= $_; Byte =:= $.; Byte =:= $!; Byte =:= $~;
    Byte =:= $*; Byte =:= $'; Byte =:= $(; Byte =:= $); Byte =:= $+
->
    percent_encode(Rest, <<Encoded/binary, Byte>>);
percent_encode(<<High:4, Low:4, Rest/binary>>, Encoded) ->
    percent_encode(Rest, <<Encoded/binary, $%, (digit(High)), (digit(Low))>>);
percent_encode(<<>>, Encoded) ->
    Encoded.

digit(Value) when Value < 10 -> $0 + Value;
digit(Value) -> $A + Value - 10.

percent_decode(String) ->
    try bits_to_string(percent_decode(String, <<>>))
    catch error:_ -> {error, nil}
    end.

percent_decode(<<$%, High, Low, Rest/binary>>, Decoded) ->
    percent_decode(Rest, <<Decoded/binary, (digit_value(High)):4, (digit_value(Low)):4>>);
percent_decode(<<Byte, Rest/binary>>, Decoded) when Byte =/= $% ->
    percent_decode(Rest, <<Decoded/binary, Byte>>);
percent_decode(<<>>, Decoded) ->
    Decoded.

digit_value(Digit) when Digit >= $0, Digit =< $9 -> Digit - $0;
digit_value(Digit) when Digit >= $A, Digit =< $F -> Digit - $A + 10;
digit_value(Digit) when Digit >= $a, Digit =< $f -> Digit - $a + 10.

%% All of ASCII that is visible, but for a few characters, and what is above the second block of
%% control characters.
uri_are_allowed(<<Byte, Rest/binary>>) when
    Byte >= $a, Byte =< $z;
    Byte >= $?, Byte =< $[;
    Byte >= $#, Byte =< $;;
    Byte =:= $!; Byte =:= $=; Byte =:= $]; Byte =:= $_; Byte =:= $~
->
    uri_are_allowed(Rest);
uri_are_allowed(<<Codepoint/utf8, Rest/binary>>) when Codepoint >= 16#A0 ->
    uri_are_allowed(Rest);
uri_are_allowed(Rest) ->
    Rest =:= <<>>.

uri_cut_before(Text, Mark) ->
    case binary:match(Text, Mark) of
        {Start, _} -> split_binary(Text, Start);
        nomatch -> {Text, <<>>}
    end.

uri_is_scheme(<<First, Rest/binary>>) when First >= $a, First =< $z; First >= $A, First =< $Z ->
    is_scheme_rest(Rest);
uri_is_scheme(_) ->
    false.

is_scheme_rest(<<Byte, Rest/binary>>) when
    Byte >= $a, Byte =< $z;
    Byte >= $A, Byte =< $Z;
    Byte >= $0, Byte =< $9;
    Byte =:= $+; Byte =:= $-; Byte =:= $.
->
    is_scheme_rest(Rest);
is_scheme_rest(Rest) ->
    Rest =:= <<>>.

uri_are_digits(<<Byte, Rest/binary>>) when Byte >= $0, Byte =< $9 -> uri_are_digits(Rest);
uri_are_digits(Rest) -> Rest =:= <<>>.

uri_has_brackets(<<Byte, Rest/binary>>) ->
    Byte =:= $[ orelse Byte =:= $] orelse Byte =:= $@ orelse uri_has_brackets(Rest);
uri_has_brackets(<<>>) ->
    false.

%% --- Lists -----------------------------------------------------------------

list_fold_right([First | Rest], Acc, Fun) -> Fun(list_fold_right(Rest, Acc, Fun), First);
list_fold_right([], Acc, _) -> Acc.
