-module(tindra_trace_ffi).

-export([function/3, describe/1, run/2, watch/2]).

%% As tindra/trace describes a trace.
-record(options, {functions, kinds, children, at_most, milliseconds}).

%% Functions

%% Atoms are only made of the names of files that exist, and the atoms of a
%% module are there when it is loaded.
function(Module, Name, Arity) ->
    Erlang = binary_to_list(binary:replace(Module, <<"/">>, <<"@">>, [global])),
    case is_loaded(Erlang) orelse code:where_is_file(Erlang ++ ".beam") =/= non_existing of
        true -> exported(list_to_atom(Erlang), Name, Arity);
        false -> {error, no_module}
    end.

is_loaded(Name) ->
    try erlang:module_loaded(list_to_existing_atom(Name))
    catch error:badarg -> false
    end.

exported(Module, Name, Arity) ->
    _ = code:ensure_loaded(Module),
    try erlang:function_exported(Module, binary_to_existing_atom(Name), Arity) of
        true -> {ok, {function, Module, binary_to_existing_atom(Name), Arity}};
        false -> {error, no_function}
    catch
        error:badarg -> {error, no_function}
    end.

describe({function, Module, Name, Arity}) ->
    Path = binary:replace(atom_to_binary(Module), <<"@">>, <<"/">>, [global]),
    unicode:characters_to_binary(io_lib:format("~ts.~ts/~b", [Path, Name, Arity])).

%% Running
%%
%% The tracer is a process that ends when a limit is reached, with which the
%% virtual machine ends all tracing for it. The keeper waits for that and has
%% the report until it is wanted. Who is traced turns tracing on and off itself,
%% and meanwhile takes part in none of this, so as not to be among the events.

run(Options, Function) ->
    Trace = start(Options),
    trace(Trace, self(), true),
    try Function() of
        Result ->
            trace(Trace, self(), false),
            {Result, finish(Trace)}
    catch
        Class:Reason:Stack ->
            trace(Trace, self(), false),
            finish(Trace),
            erlang:raise(Class, Reason, Stack)
    end.

watch(Options, Pids) ->
    #{tracer := Tracer} = Trace = start(Options),
    Alive = [Pid || Pid <- Pids, Pid =/= self(), node(Pid) =:= node(), is_process_alive(Pid)],
    Monitors = [erlang:monitor(process, Pid) || Pid <- Alive],
    Limit = erlang:monitor(process, Tracer),
    [trace(Trace, Pid, true) || Pid <- Alive],
    wait_for_ends(Monitors, Limit),
    [erlang:demonitor(Monitor, [flush]) || Monitor <- [Limit | Monitors]],
    [trace(Trace, Pid, false) || Pid <- Alive],
    finish(Trace).

wait_for_ends([], _) ->
    ok;
wait_for_ends([Monitor | Rest], Limit) ->
    receive
        {'DOWN', Monitor, _, _, _} -> wait_for_ends(Rest, Limit);
        {'DOWN', Limit, _, _, _} -> ok
    end.

start(#options{functions = Functions} = Options) ->
    Caller = self(),
    Ready = make_ref(),
    Keeper = spawn(fun() -> keep(Caller, Ready, Options) end),
    Tracer = receive {Ready, Pid} -> Pid end,
    Session = session(Tracer),
    [watch_function(Session, Function) || Function <- Functions],
    #{keeper => Keeper, tracer => Tracer, session => Session, options => Options}.

keep(Caller, Ready, Options) ->
    Watch = erlang:monitor(process, Caller),
    {Tracer, Monitor} = spawn_monitor(fun() -> collect(Options) end),
    Caller ! {Ready, Tracer},
    keep(Watch, Tracer, Monitor, none).

keep(Watch, Tracer, Monitor, Report) ->
    receive
        {'DOWN', Monitor, _, _, {tindra_report, Events, Ended}} ->
            keep(Watch, Tracer, Monitor, {report, Events, Ended});
        {'DOWN', Watch, _, _, _} ->
            exit(Tracer, kill);
        {finish, From, Tag} when Report =/= none ->
            From ! {Tag, Report}
    end.

finish(#{keeper := Keeper, tracer := Tracer, session := Session, options := Options}) ->
    wait_for_delivery(Session),
    Tracer ! finish,
    Tag = make_ref(),
    Keeper ! {finish, self(), Tag},
    Report = receive {Tag, Found} -> Found end,
    close(Session, Options),
    Report.

%% Sessions

session(Tracer) ->
    case has_sessions() of
        true -> {session, trace:session_create(tindra_trace, Tracer, [])};
        false -> {tracer, Tracer}
    end.

has_sessions() ->
    code:ensure_loaded(trace) =:= {module, trace}
        andalso erlang:function_exported(trace, session_create, 3).

watch_function({session, Session}, {function, Module, Name, Arity}) ->
    trace:function(Session, {Module, Name, Arity}, with_results(), [local]);
watch_function({tracer, _}, {function, Module, Name, Arity}) ->
    erlang:trace_pattern({Module, Name, Arity}, with_results(), [local]).

with_results() -> [{'_', [], [{exception_trace}]}].

%% A process that has ended meanwhile, or is traced by another, is left out.
trace(#{session := {session, Session}, options := Options}, Pid, How) ->
    try trace:process(Session, Pid, How, flags(Options))
    catch error:badarg -> 0
    end;
trace(#{session := {tracer, Tracer}, options := Options}, Pid, How) ->
    try erlang:trace(Pid, How, [{tracer, Tracer} | flags(Options)])
    catch error:badarg -> 0
    end.

flags(#options{functions = Functions, kinds = Kinds, children = Children}) ->
    [call || Functions =/= []] ++ lists:usort([flag(Kind) || Kind <- Kinds])
        ++ [set_on_spawn || Children].

flag(sends) -> send;
flag(receives) -> 'receive';
flag(lives) -> procs.

wait_for_delivery({session, Session}) ->
    Ref = trace:delivered(Session, all),
    receive {trace_delivered, all, Ref} -> ok end;
wait_for_delivery({tracer, _}) ->
    Ref = erlang:trace_delivered(all),
    receive {trace_delivered, all, Ref} -> ok end.

close({session, Session}, _Options) ->
    trace:session_destroy(Session);
close({tracer, _}, #options{functions = Functions}) ->
    [erlang:trace_pattern({Module, Name, Arity}, false, [local])
     || {function, Module, Name, Arity} <- Functions].

%% Collecting

collect(#options{at_most = Limit, milliseconds = Milliseconds}) ->
    erlang:send_after(Milliseconds, self(), time_over),
    collect(Limit, []).

collect(Left, Events) ->
    receive
        time_over -> report(Events, time_over);
        finish -> report(Events, finished);
        Message ->
            case event(Message) of
                none -> collect(Left, Events);
                _ when Left =< 0 -> report(Events, too_many);
                Event -> collect(Left - 1, [Event | Events])
            end
    end.

report(Events, Ended) -> exit({tindra_report, lists:reverse(Events), Ended}).

event({trace, Pid, call, {Module, Name, Arguments}}) ->
    {called, Pid, {function, Module, Name, length(Arguments)}, Arguments};
event({trace, Pid, return_from, {Module, Name, Arity}, Value}) ->
    {returned, Pid, {function, Module, Name, Arity}, Value};
event({trace, Pid, exception_from, {Module, Name, Arity}, {_Class, Reason}}) ->
    {raised, Pid, {function, Module, Name, Arity}, Reason};
event({trace, Pid, send, Message, To}) -> {sent, Pid, To, Message};
event({trace, Pid, send_to_non_existing_process, Message, To}) -> {sent, Pid, To, Message};
event({trace, Pid, 'receive', Message}) -> {received, Pid, Message};
event({trace, Pid, spawn, Child, _}) -> {started, Pid, Child};
event({trace, Pid, link, To}) -> {linked, Pid, To};
event({trace, Pid, register, Name}) -> {named, Pid, Name, true};
event({trace, Pid, unregister, Name}) -> {named, Pid, Name, false};
event({trace, Pid, exit, Reason}) -> {exited, Pid, exit_reason(Reason)};
event(_) -> none.

exit_reason(normal) -> normal;
exit_reason(killed) -> killed;
exit_reason(Reason) -> {abnormal, Reason}.
