-module(tindra_statem_test_ffi).

-export([to_dynamic/1, replace_data/2, silence_log/0]).

to_dynamic(Value) -> Value.

replace_data(Pid, Data) ->
    sys:replace_state(Pid, fun({State, _}) -> {State, Data} end),
    nil.

silence_log() ->
    ok = logger:set_primary_config(level, none),
    nil.
