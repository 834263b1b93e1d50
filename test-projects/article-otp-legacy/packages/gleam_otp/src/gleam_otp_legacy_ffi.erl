-module(gleam_otp_legacy_ffi).

-export([new_debug/0, exit_with/1, handle_system_message/4]).

%% What OTP's sys module calls.
-export([
    system_continue/3, system_terminate/4, system_code_change/4,
    system_get_state/1, system_replace_state/2
]).

%% This mirrors the type of the same name in gleam/otp/actor.
-record(suspended, {state, continue}).

new_debug() -> sys:debug_options([]).

exit_with(normal) -> exit(normal);
exit_with(killed) -> exit(killed);
exit_with({abnormal, Reason}) -> exit(Reason).

handle_system_message({system, From, Request}, Parent, Debug, Suspended) ->
    sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, Suspended).

system_continue(_Parent, Debug, #suspended{state = State, continue = Continue}) ->
    Continue(State, Debug).

system_terminate(Reason, _Parent, _Debug, _Suspended) ->
    exit(Reason).

system_code_change(Suspended, _Module, _OldVersion, _Extra) ->
    {ok, Suspended}.

system_get_state(#suspended{state = State}) ->
    {ok, State}.

system_replace_state(Replace, #suspended{state = State} = Suspended) ->
    New = Replace(State),
    {ok, New, Suspended#suspended{state = New}}.
