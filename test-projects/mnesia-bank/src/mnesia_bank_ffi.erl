-module(mnesia_bank_ffi).

-export([temporary_folder/0, remove_folder/1]).

temporary_folder() ->
    Base = os:getenv("TMPDIR", "/tmp"),
    Name = "mnesia_bank_" ++ os:getpid() ++ "_" ++ integer_to_list(erlang:unique_integer([positive])),
    unicode:characters_to_binary(filename:join(Base, Name)).

remove_folder(Path) ->
    ok = file:del_dir_r(Path),
    nil.
