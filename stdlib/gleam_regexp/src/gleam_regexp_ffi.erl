-module(gleam_regexp_ffi).

-export([compile/2, check/2, split/2, scan/2, replace/3, match_map/3]).

-compile({no_auto_import, [split/2]}).

%% This mirrors the type of the same name in gleam/regexp.
-record(options, {case_insensitive, multi_line}).

compile(Pattern, #options{case_insensitive = Caseless, multi_line = Multiline}) ->
    Options =
        [unicode, ucp] ++
        [caseless || Caseless] ++
        [multiline || Multiline],
    case re:compile(Pattern, Options) of
        {ok, Regexp} ->
            {ok, Regexp};
        {error, {Error, Position}} ->
            {error, {compile_error, unicode:characters_to_binary(Error), Position}}
    end.

check(Regexp, String) ->
    re:run(String, Regexp, [{capture, none}]) =:= match.

%% The newest releases of OTP split the empty string into nothing.
split(_Regexp, <<>>) ->
    [<<>>];
split(Regexp, String) ->
    re:split(String, Regexp).

replace(Regexp, String, Substitute) ->
    re:replace(String, Regexp, Substitute, [global, {return, binary}]).

scan(Regexp, String) ->
    [match(Captures, String) || Captures <- captures(Regexp, String)].

match_map(Regexp, String, Substitute) ->
    iolist_to_binary(substituted(captures(Regexp, String), 0, String, Substitute)).

substituted([], At, String, _Substitute) ->
    [binary:part(String, At, byte_size(String) - At)];
substituted([[{Start, Size} | _] = Captures | Rest], At, String, Substitute) ->
    Between = binary:part(String, At, Start - At),
    Text = Substitute(match(Captures, String)),
    [Between, Text | substituted(Rest, Start + Size, String, Substitute)].

captures(Regexp, String) ->
    case re:run(String, Regexp, [global, {capture, all, index}]) of
        {match, Matches} -> Matches;
        nomatch -> []
    end.

match([{Start, Size} | Groups], String) ->
    Submatches = [submatch(Group, String) || Group <- Groups],
    {match, binary:part(String, Start, Size), Submatches}.

submatch({_, 0}, _String) -> none;
submatch({Start, Size}, String) -> {some, binary:part(String, Start, Size)}.
