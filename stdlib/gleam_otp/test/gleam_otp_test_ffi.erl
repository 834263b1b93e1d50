-module(gleam_otp_test_ffi).

-export([silence_log/0, replace_state/2, get_status/1, initial_ancestor/1,
    change_code/2, code_change/3, statistics/2, log_of/2, trace_of/2, sys_terminate/2,
    suspend_and_kill_parent/2, initial_call/1, to_dynamic/1]).

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

%% sys:change_code calls code_change below.
change_code(Pid, Extra) ->
    ok = sys:suspend(Pid),
    Result = sys:change_code(Pid, ?MODULE, 1, Extra),
    ok = sys:resume(Pid),
    case Result of
        ok -> {ok, nil};
        {error, {error, Reason}} -> {error, Reason}
    end.

code_change(_OldVersion, _State, fail) -> {error, failed};
code_change(_OldVersion, State, Extra) -> {ok, State + Extra}.

%% How many messages the process gets while the function runs.
statistics(Pid, Run) ->
    ok = sys:statistics(Pid, true),
    Run(),
    {ok, Statistics} = sys:statistics(Pid, get),
    ok = sys:statistics(Pid, false),
    proplists:get_value(messages_in, Statistics).

log_of(Pid, Run) ->
    ok = sys:log(Pid, true),
    Run(),
    {ok, Events} = sys:log(Pid, get),
    ok = sys:log(Pid, false),
    [case Event of {Event1, _, _} -> Event1; _ -> Event end || Event <- Events].

%% What the functions of sys:install see.
trace_of(Pid, Run) ->
    Self = self(),
    Tag = make_ref(),
    ok = sys:install(Pid, {fun(_, Event, _) -> Self ! {Tag, Event}, ok end, nil}),
    Run(),
    ok = sys:remove(Pid, fun(_, _, _) -> ok end),
    received(Tag).

received(Tag) ->
    receive {Tag, Event} -> [Event | received(Tag)]
    after 0 -> []
    end.

sys_terminate(Pid, Reason) ->
    ok = sys:terminate(Pid, Reason),
    nil.

%% Starts an actor from a process that ends while the actor is suspended.
suspend_and_kill_parent(Start, Reason) ->
    Self = self(),
    Tag = make_ref(),
    {Parent, _} = spawn_monitor(fun() ->
        Pid = Start(),
        ok = sys:suspend(Pid),
        Self ! {Tag, Pid},
        receive stop -> exit(Reason) end
    end),
    receive {Tag, Pid} ->
        Monitor = monitor(process, Pid),
        Parent ! stop,
        receive {'DOWN', Monitor, process, Pid, Why} -> Why
        after 1000 -> timeout
        end
    end.

initial_call(Pid) ->
    proc_lib:translate_initial_call(Pid).

to_dynamic(Value) -> Value.
