-module(tindra_logger_test_ffi).

-export([temporary_file/0, take_file/1]).

temporary_file() ->
    Name = "tindra_logger_" ++ os:getpid() ++ ".log",
    unicode:characters_to_binary(filename:join(os:getenv("TMPDIR", "/tmp"), Name)).

take_file(Path) ->
    {ok, Content} = file:read_file(Path),
    ok = file:delete(Path),
    Content.
