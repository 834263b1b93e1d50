-module(gleam_otp_ffi).

-behaviour(supervisor).

-export([
    forget_link/1, exit_with/1, log_unexpected/1, new_debug/0,
    debug_message/2, debug_new_state/2, put_initial_call/1,
    debug_state/1, suspend/1, resume/1, handle_system_message/4,
    start_static_supervisor/2, start_factory_supervisor/3, start_child/2,
    start_error/1
]).

%% What OTP calls: the functions of a special process for sys, those of a
%% callback module for supervisor, and the starts of children.
-export([
    system_continue/3, system_terminate/4, system_code_change/4,
    system_get_state/1, system_replace_state/2, format_status/2,
    init/1, run_static_child/1, run_factory_child/2
]).

%% These mirror the types of the same names in the Gleam modules.
-record(suspended, {state, continue}).
-record(started, {pid, data}).
-record(child_specification, {start, restart, significant, child_type}).
-record(child, {start, restart, child_type}).

%% Actors

forget_link(Pid) ->
    erlang:unlink(Pid),
    receive {'EXIT', Pid, _} -> nil
    after 0 -> nil
    end.

exit_with(normal) -> exit(normal);
exit_with(killed) -> exit(killed);
exit_with({abnormal, Reason}) -> exit(Reason).

log_unexpected(Message) ->
    logger:warning(
        "Actor ~p discarded an unexpected message: ~tp", [self(), Message]),
    nil.

%% System messages

new_debug() -> sys:debug_options([]).

%% An actor that nobody debugs pays for the first clauses only.
debug_message([], _Message) -> [];
debug_message(Debug, Message) -> debug_event(Debug, {in, Message}).

debug_new_state([], _State) -> [];
debug_new_state(Debug, State) -> debug_event(Debug, {new_state, State}).

debug_event(Debug, Event) ->
    sys:handle_debug(Debug, fun print_event/3, self(), Event).

print_event(Device, {in, Message}, Actor) ->
    io:format(Device, "*DBG* ~p got ~tp~n", [Actor, Message]);
print_event(Device, {new_state, State}, Actor) ->
    io:format(Device, "*DBG* ~p new state ~tp~n", [Actor, State]).

put_initial_call(Handler) ->
    {module, Module} = erlang:fun_info(Handler, module),
    {name, Name} = erlang:fun_info(Handler, name),
    put('$initial_call', {Module, Name, 2}),
    nil.

debug_state(_Options) -> sys:debug_options([]).

suspend(Pid) ->
    ok = sys:suspend(Pid),
    nil.

resume(Pid) ->
    ok = sys:resume(Pid),
    nil.

%% sys does not return. It ends with one of the callbacks below, and runs a loop
%% of its own as long as the process is suspended.
handle_system_message({system, From, Request}, Parent, Debug, Suspended) ->
    sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, Suspended).

system_continue(_Parent, Debug, #suspended{state = State, continue = Continue}) ->
    Continue(State, Debug).

system_terminate(Reason, _Parent, _Debug, _Suspended) ->
    exit(Reason).

%% As of a gen_server, but that the module need not have the function.
system_code_change(#suspended{state = State} = Suspended, Module, OldVersion, Extra) ->
    _ = code:ensure_loaded(Module),
    case erlang:function_exported(Module, code_change, 3) of
        false ->
            {ok, Suspended};
        true ->
            case Module:code_change(OldVersion, State, Extra) of
                {ok, New} -> {ok, Suspended#suspended{state = New}};
                Other -> Other
            end
    end.

system_get_state(#suspended{state = State}) ->
    {ok, State}.

system_replace_state(Replace, #suspended{state = State} = Suspended) ->
    New = Replace(State),
    {ok, New, Suspended#suspended{state = New}}.

%% For sys:get_status.
format_status(_Option, [_Dictionary, _Mode, _Parent, _Debug, Suspended]) ->
    Suspended#suspended.state.

%% Supervisors

start_static_supervisor({flags, Strategy, Intensity, Period, AutoShutdown}, Children) ->
    Flags = #{
        strategy => Strategy,
        intensity => Intensity,
        period => Period,
        auto_shutdown => AutoShutdown
    },
    Specs = [static_child(Id, Child) || {Id, Child} <- lists:enumerate(Children)],
    started(supervisor:start_link(?MODULE, {Flags, Specs})).

static_child(Id, Child) ->
    #child_specification{
        start = Start, restart = Restart, significant = Significant, child_type = Type
    } = Child,
    maps:merge(child_type(Type), #{
        id => Id,
        start => {?MODULE, run_static_child, [Start]},
        restart => Restart,
        significant => Significant
    }).

start_factory_supervisor({flags, Intensity, Period}, Child, Name) ->
    Flags = #{
        strategy => simple_one_for_one,
        intensity => Intensity,
        period => Period
    },
    #child{start = Start, restart = Restart, child_type = Type} = Child,
    Spec = maps:merge(child_type(Type), #{
        id => child,
        start => {?MODULE, run_factory_child, [Start]},
        restart => Restart
    }),
    Argument = {Flags, [Spec]},
    started(case Name of
        none -> supervisor:start_link(?MODULE, Argument);
        {some, Atom} -> supervisor:start_link({local, Atom}, ?MODULE, Argument)
    end).

child_type({worker, Milliseconds}) -> #{type => worker, shutdown => Milliseconds};
child_type(supervisor) -> #{type => supervisor, shutdown => infinity}.

init(Argument) -> {ok, Argument}.

run_static_child(Start) ->
    case Start() of
        {ok, #started{pid = Pid}} -> {ok, Pid};
        {error, Reason} -> {error, Reason}
    end.

run_factory_child(Start, Argument) ->
    case Start(Argument) of
        {ok, #started{pid = Pid, data = Data}} -> {ok, Pid, Data};
        {error, Reason} -> {error, Reason}
    end.

start_child(Supervisor, Argument) ->
    case supervisor:start_child(Supervisor, [Argument]) of
        {ok, Pid, Data} -> {ok, #started{pid = Pid, data = Data}};
        {error, Reason} -> {error, start_error(Reason)}
    end.

started({ok, Pid}) -> {ok, Pid};
started({error, Reason}) -> {error, start_error(Reason)}.

%% The reason is a StartError when it comes from a Gleam start function, and
%% anything else when OTP found it.
start_error(init_timeout) -> init_timeout;
start_error({init_failed, _} = Reason) -> Reason;
start_error({init_exited, _} = Reason) -> Reason;
start_error({already_started, _}) -> {init_failed, <<"already started">>};
start_error(Reason) -> {init_exited, {abnormal, Reason}}.
