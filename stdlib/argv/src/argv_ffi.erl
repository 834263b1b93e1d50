-module(argv_ffi).

-export([load/0]).

load() ->
    Plain = [unicode:characters_to_binary(A) || A <- init:get_plain_arguments()],
    {Program, Arguments} = case {is_escript(), Plain} of
        {true, [Script | Rest]} -> {Script, Rest};
        _ -> {current_directory(), Plain}
    end,
    {runtime(), Program, Arguments}.

%% Escripts are run by the module of that name, and have their own path as the
%% first argument.
is_escript() ->
    lists:any(
        fun({Flag, [Module | _]}) -> (Flag =:= run orelse Flag =:= s) andalso Module =:= "escript";
           (_) -> false
        end,
        init:get_arguments()).

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
