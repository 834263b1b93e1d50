-module(argv_ffi).

-export([load/0]).

load() ->
    Plain = [unicode:characters_to_binary(A) || A <- init:get_plain_arguments()],
    {Program, Arguments} = case {is_escript(), Plain} of
        {true, [Script | Rest]} -> {Script, Rest};
        _ -> {current_directory(), Plain}
    end,
    {runtime(), Program, Arguments}.

%% An escript has its own path as the first argument. The module that runs
%% escripts is loaded in no other program, but where all of Erlang is.
is_escript() ->
    code:is_loaded(escript) =/= false andalso code:get_mode() =:= interactive.

runtime() ->
    case os:find_executable("erl") of
        false -> <<"erl">>;
        Path -> unicode:characters_to_binary(Path)
    end.

current_directory() ->
    case file:get_cwd() of
        {ok, Path} -> unicode:characters_to_binary(Path);
        {error, _} -> <<>>
    end.
