-module(tindra_mnesia_test_ffi).

-export([rescue/1, temporary_folder/0, remove_folder/1]).

rescue(Function) ->
    try {ok, Function()}
    catch error:#{message := Message} -> {error, Message}
    end.

temporary_folder() ->
    Base = os:getenv("TMPDIR", "/tmp"),
    Name = "tindra_mnesia_" ++ os:getpid() ++ "_" ++ integer_to_list(erlang:unique_integer([positive])),
    unicode:characters_to_binary(filename:join(Base, Name)).

remove_folder(Path) ->
    ok = file:del_dir_r(Path),
    nil.
