-module(gleam_otp_test_ffi).

-export([silence_log/0, replace_state/2, get_status/1, initial_ancestor/1]).

silence_log() ->
    ok = logger:set_primary_config(level, none),
    nil.

replace_state(Pid, State) ->
    sys:replace_state(Pid, fun(_) -> State end).

get_status(Pid) ->
    {status, Self, {module, _}, [_Dictionary, Mode, Parent, _Debug, State]} =
        sys:get_status(Pid),
    {Self, Mode, Parent, State}.

initial_ancestor(Pid) ->
    {dictionary, Dictionary} = erlang:process_info(Pid, dictionary),
    [Parent | _] = proplists:get_value('$ancestors', Dictionary),
    Parent.
