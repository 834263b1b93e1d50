-module(tindra_node_ffi).

-export([
    identity/1, start/5, stop/0, named/1, connect/1, disconnect/1, ping/1, list/1,
    monitor/0, demonitor/0, event/1,
    is_constructor/3, is_tuple/2, pid_or_self/1, subject_or_new/1,
    arrived/1, refuse/3, send_to/4, call_to/5, monitor_name/2, down_reason/1, run/3,
    peer_start/1, peer_run/3, peer_stop/1
]).

identity(Value) -> Value.

%% The node's own name

start(Name, Long, Hidden, Loopback, Cookie) ->
    case {erlang:is_alive(), valid_name(Name, Long)} of
        {true, _} -> {error, {already_started, atom_to_binary(node())}};
        {false, false} -> {error, {invalid_name, Name}};
        {false, true} -> start_named(Name, Long, Hidden, Loopback, Cookie)
    end.

valid_name(Name, Long) ->
    Pattern = case Long of
        true -> "^[A-Za-z0-9_-]+@[A-Za-z0-9_.:-]+$";
        false -> "^[A-Za-z0-9_-]+$"
    end,
    byte_size(Name) < 256 andalso re:run(Name, Pattern, [{capture, none}, dollar_endonly]) =:= match.

start_named(Name, Long, Hidden, Loopback, Cookie) ->
    [Short | _] = binary:split(Name, <<"@">>),
    case name_service() of
        error ->
            {error, no_name_service};
        {ok, Names} ->
            case lists:keymember(binary_to_list(Short), 1, Names) of
                true -> {error, {name_taken, Name}};
                false -> start_free(Name, Long, Hidden, Loopback, Cookie)
            end
    end.

start_free(Name, Long, Hidden, Loopback, Cookie) ->
    [application:set_env(kernel, inet_dist_use_interface, {127, 0, 0, 1}) || Loopback],
    Domain = case Long of true -> longnames; false -> shortnames end,
    Options = #{name_domain => Domain, hidden => Hidden},
    case quietly(fun() -> net_kernel:start(binary_to_atom(Name), Options) end) of
        {ok, _} ->
            [erlang:set_cookie(node(), binary_to_atom(Secret)) || Secret <- Cookie],
            {ok, node()};
        {error, Reason} ->
            {error, {cannot_start, notation(Reason)}}
    end.

notation(Reason) ->
    unicode:characters_to_binary(io_lib:format("~0tp", [Reason])).

%% A start that fails is a crash of net_kernel's supervisor, which would be
%% logged although the caller is told.
quietly(Start) ->
    Id = ?MODULE,
    ok = logger:add_primary_filter(Id, {fun logger_filters:domain/2, {stop, sub, [otp]}}),
    try Start()
    after logger:remove_primary_filter(Id)
    end.

%% With a name on the command line erl starts epmd; without, nobody has.
name_service() ->
    case erl_epmd:names({127, 0, 0, 1}) of
        {error, _} -> start_name_service();
        Names -> Names
    end.

start_name_service() ->
    Root = code:root_dir(),
    Erts = "erts-" ++ erlang:system_info(version),
    Folders = [filename:join([Root, Erts, "bin"]), filename:join(Root, "bin")],
    case [Found || Path <- [string:join(Folders, ":"), os:getenv("PATH", "")],
                   Found <- [os:find_executable("epmd", Path)], Found =/= false] of
        [] ->
            error;
        [Program | _] ->
            Port = erlang:open_port({spawn_executable, Program}, [{args, ["-daemon"]}, exit_status]),
            receive {Port, {exit_status, _}} -> ok end,
            wait_for_name_service(100)
    end.

wait_for_name_service(0) ->
    error;
wait_for_name_service(Tries) ->
    case erl_epmd:names({127, 0, 0, 1}) of
        {error, _} -> timer:sleep(20), wait_for_name_service(Tries - 1);
        Names -> Names
    end.

stop() ->
    case net_kernel:stop() of
        ok -> {ok, nil};
        {error, not_found} -> {error, not_started};
        {error, not_allowed} ->
            case erlang:is_alive() of
                true -> {error, not_allowed};
                false -> {error, not_started}
            end
    end.

%% Other nodes

named(Name) ->
    case valid_name(Name, true) of
        true -> {ok, binary_to_atom(Name)};
        false -> {error, {invalid_node, Name}}
    end.

connect(Name) ->
    case named(Name) of
        {ok, Node} ->
            case net_kernel:connect_node(Node) of
                true -> {ok, Node};
                false -> {error, no_connection};
                ignored -> {error, not_distributed}
            end;
        Error ->
            Error
    end.

disconnect(Node) ->
    case lists:member(Node, nodes(connected)) andalso erlang:disconnect_node(Node) of
        true -> {ok, nil};
        _ -> {error, nil}
    end.

ping(Node) -> Node =:= node() orelse net_adm:ping(Node) =:= pong.

list(Kind) -> lists:sort(nodes(Kind)).

%% Subscriptions are counted, so that an old one has to go first.
monitor() ->
    demonitor(),
    ok = net_kernel:monitor_nodes(true, options()),
    nil.

demonitor() ->
    _ = net_kernel:monitor_nodes(false, options()),
    nil.

options() -> [{node_type, all}, nodedown_reason].

event({nodeup, Node, Info}) ->
    {node_up, Node, kind(Info)};
event({nodedown, Node, Info}) ->
    Reason = case lists:keyfind(nodedown_reason, 1, Info) of
        {_, connection_closed} -> connection_closed;
        {_, disconnect} -> disconnected;
        {_, net_tick_timeout} -> tick_timeout;
        {_, Other} -> {other_reason, Other};
        false -> {other_reason, nil}
    end,
    {node_down, Node, kind(Info), Reason}.

kind(Info) ->
    case lists:keyfind(node_type, 1, Info) of
        {_, hidden} -> hidden;
        _ -> visible
    end.

%% Terms

is_constructor(Atom, Tag, 0) when is_atom(Atom) ->
    atom_to_binary(Atom) =:= Tag;
is_constructor(Tuple, Tag, Fields)
        when Fields > 0, tuple_size(Tuple) =:= Fields + 1, is_atom(element(1, Tuple)) ->
    atom_to_binary(element(1, Tuple)) =:= Tag;
is_constructor(_, _, _) ->
    false.

is_tuple(Term, Size) -> is_tuple(Term) andalso tuple_size(Term) =:= Size.

pid_or_self(Pid) when is_pid(Pid) -> {ok, Pid};
pid_or_self(_) -> {error, self()}.

subject_or_new({subject, Pid, _} = Subject) when is_pid(Pid) -> {ok, Subject};
subject_or_new(_) -> {error, {subject, self(), make_ref()}}.

%% Messages between nodes: {tindra_remote, Version, Caller, Message} to the name
%% of the protocol, where Caller is {Pid, Tag} or nil. The reply to a call is
%% that of a subject, {Tag, Reply}; a refusal is {tindra_refused, Tag, Problem}.

arrived({tindra_remote, Version, Caller, Message}) ->
    {arrived, Version, Caller, Message}.

%% Who makes a call is told, and nobody else needs to be.
refuse(_Protocol, {Pid, Tag}, Problem) when is_pid(Pid), is_reference(Tag) ->
    Pid ! {tindra_refused, Tag, Problem},
    nil;
refuse(Protocol, _Caller, Problem) ->
    logger:warning("A message to ~ts was refused: ~0tp", [Protocol, Problem]),
    nil.

send_to(Name, Node, Version, Message) ->
    case connected(Node) of
        true ->
            {Name, Node} ! {tindra_remote, Version, nil, Message},
            {ok, nil};
        false ->
            {error, not_connected}
    end.

connected(Node) ->
    Node =:= node() orelse net_kernel:connect_node(Node) =:= true.

%% A process of its own waits for the reply, so that one which comes too late
%% is not left in the mailbox of the caller.
call_to(Name, Node, Version, MakeRequest, Timeout) ->
    Tag = make_ref(),
    Wait = fun() ->
        receive {Tag, request, Request} ->
            exit({Tag, perform({Name, Node}, {tindra_remote, Version, {self(), Tag}, Request}, Tag, Timeout)})
        end
    end,
    {Proxy, Monitor} = spawn_monitor(Wait),
    try MakeRequest({subject, Proxy, Tag}) of
        Request ->
            Proxy ! {Tag, request, Request},
            receive
                {'DOWN', Monitor, process, Proxy, {Tag, Outcome}} -> Outcome;
                {'DOWN', Monitor, process, Proxy, Reason} -> {error, {exited, exit_reason(Reason)}}
            end
    catch
        Class:Reason:Stack ->
            erlang:demonitor(Monitor, [flush]),
            exit(Proxy, kill),
            erlang:raise(Class, Reason, Stack)
    end.

perform({_, Node} = Receiver, Message, Tag, Timeout) ->
    case connected(Node) of
        false ->
            {error, no_connection};
        true ->
            Monitor = erlang:monitor(process, Receiver),
            Receiver ! Message,
            receive
                {Tag, Reply} -> {ok, Reply};
                {tindra_refused, Tag, Problem} -> {error, Problem};
                {'DOWN', Monitor, _, _, noproc} -> {error, no_process};
                {'DOWN', Monitor, _, _, noconnection} -> {error, no_connection};
                {'DOWN', Monitor, _, _, Reason} -> {error, {exited, exit_reason(Reason)}}
            after Timeout ->
                {error, timeout}
            end
    end.

exit_reason(normal) -> normal;
exit_reason(killed) -> killed;
exit_reason(Reason) -> {abnormal, Reason}.

%% A node without a name cannot watch others: it is told what it would be told
%% if nobody answered.
monitor_name(Name, Node) ->
    try erlang:monitor(process, {Name, Node})
    catch error:badarg ->
        Monitor = make_ref(),
        self() ! {'DOWN', Monitor, process, {Name, Node}, noconnection},
        Monitor
    end.

down_reason({abnormal, noconnection}) -> connection_lost;
down_reason({abnormal, noproc}) -> not_served;
down_reason(Reason) -> {ended, Reason}.

run(Node, Timeout, Function) ->
    try {ok, erpc:call(Node, Function, Timeout)}
    catch
        error:{erpc, timeout} -> {error, run_timeout};
        error:{erpc, _} -> {error, node_unreachable};
        error:{exception, Reason, Stack} -> {error, crashed(Reason, Stack, Function)};
        throw:Reason -> {error, {crashed, Reason}};
        exit:{exception, Reason} -> {error, {crashed, Reason}};
        exit:{signal, Reason} -> {error, {crashed, Reason}}
    end.

crashed({badfun, Function}, _Stack, Function) ->
    other_code;
crashed(undef, [{Module, Name, _, _} | _], Function) ->
    case {erlang:fun_info(Function, module), erlang:fun_info(Function, name)} of
        {{module, Module}, {name, Name}} -> other_code;
        _ -> {crashed, undef}
    end;
crashed(Reason, _Stack, _Function) ->
    {crashed, Reason}.

%% Peers

peer_start([_]) when node() =:= nonode@nohost ->
    {error, not_distributed};
peer_start(Name) ->
    Options = named_peer(Name),
    Arguments = code_paths() ++ maps:get(args, Options, []),
    try peer:start_link(Options#{connection => standard_io, args => Arguments, wait_boot => 30000}) of
        {ok, Control} -> {ok, {Control, nonode@nohost}};
        {ok, Control, Node} -> connect_peer(Control, Node, Name);
        {error, Reason} -> {error, {cannot_start, notation(Reason)}}
    catch
        exit:timeout -> {error, not_ready};
        _:Reason -> {error, {cannot_start, notation(Reason)}}
    end.

named_peer([]) ->
    #{};
named_peer([Name]) ->
    [_, Host] = string:split(atom_to_list(node()), "@"),
    Cookie = ["-setcookie", atom_to_list(erlang:get_cookie())],
    Interface = case application:get_env(kernel, inet_dist_use_interface) of
        {ok, Address} ->
            ["-kernel", "inet_dist_use_interface", lists:flatten(io_lib:format("~w", [Address]))];
        undefined ->
            []
    end,
    #{
        name => binary_to_atom(Name),
        host => Host,
        longnames => net_kernel:longnames(),
        args => Cookie ++ Interface
    }.

connect_peer(Control, Node, []) ->
    {ok, {Control, Node}};
connect_peer(Control, Node, _Name) ->
    case net_kernel:connect_node(Node) of
        true -> {ok, {Control, Node}};
        _ ->
            peer_stop(Control),
            {error, {cannot_start, <<"no connection to the peer">>}}
    end.

%% All paths but those of OTP, which the peer has itself.
code_paths() ->
    Library = code:lib_dir(),
    Own = [filename:absname(Path) || Path <- code:get_path(), Path =/= ".",
                                     not lists:prefix(Library, Path)],
    lists:append([["-pa", Path] || Path <- lists:reverse(Own)]).

peer_run(Control, Timeout, Function) ->
    try {ok, peer:call(Control, erlang, apply, [Function, []], Timeout)}
    catch
        exit:{timeout, {gen_server, call, _}} -> {error, run_timeout};
        exit:{_, {gen_server, call, [Control | _]}} -> {error, node_unreachable};
        error:noconnection -> {error, node_unreachable};
        error:Reason:Stack -> {error, crashed(Reason, Stack, Function)};
        _:Reason -> {error, {crashed, Reason}}
    end.

peer_stop(Control) ->
    try peer:stop(Control)
    catch exit:_ -> ok
    end,
    nil.
