-module(gleam_erlang_ffi).

-compile({no_auto_import, [link/1, unlink/1]}).

-export([
    identity/1, atom_from_string/1, connect_node/1, priv_directory/1,
    sleep/1, sleep_forever/0, flush_messages/0, send/2, link/1, unlink/1, trap_exits/1,
    demonitor/1, cancel_timer/1, send_exit/1, send_abnormal_exit/2, kill/1,
    new_name/1, register_name/2, unregister_name/1, whereis_name/1,
    receive_tagged/2, receive_tagged/1, call/3,
    new_selector/0, insert_handler/3, remove_handler/2, insert_default/2,
    map_selector/2, merge_selector/2, select/1, select/2,
    field/2, convert_down/1, convert_exit/1
]).

%% A selector holds a map of handlers and one for all other messages.
%% The map has two sorts of keys:
%%   {Tag, Size}  for tuples of that size with that first element;
%%   Reference    for the 'DOWN' message of that monitor alone.
-record(selector, {handlers = #{}, default = none}).

identity(Value) -> Value.

atom_from_string(Name) ->
    try {ok, erlang:binary_to_existing_atom(Name)}
    catch error:_ -> {error, nil}
    end.

connect_node(Name) ->
    case net_kernel:connect_node(Name) of
        true -> {ok, Name};
        false -> {error, failed_to_connect};
        ignored -> {error, local_node_is_not_alive}
    end.

%% No atom is made of the name: that of an application that was loaded is there.
priv_directory(Name) ->
    try code:priv_dir(binary_to_existing_atom(Name)) of
        {error, _} -> {error, nil};
        Path -> {ok, unicode:characters_to_binary(Path)}
    catch
        error:badarg -> {error, nil}
    end.

%% Processes

sleep(Milliseconds) ->
    timer:sleep(Milliseconds),
    nil.

sleep_forever() ->
    timer:sleep(infinity),
    nil.

flush_messages() ->
    receive _ -> flush_messages()
    after 0 -> nil
    end.

send(Pid, Message) ->
    Pid ! Message,
    nil.

unlink(Pid) ->
    erlang:unlink(Pid),
    nil.

link(Pid) ->
    try erlang:link(Pid)
    catch error:_ -> false
    end.

trap_exits(Trap) ->
    erlang:process_flag(trap_exit, Trap),
    nil.

demonitor(Monitor) ->
    erlang:demonitor(Monitor, [flush]),
    nil.

cancel_timer(Timer) ->
    case erlang:cancel_timer(Timer) of
        false -> timer_not_found;
        Remaining -> {cancelled, Remaining}
    end.

send_exit(Pid) ->
    erlang:exit(Pid, normal),
    nil.

send_abnormal_exit(Pid, Reason) ->
    erlang:exit(Pid, Reason),
    nil.

kill(Pid) ->
    erlang:exit(Pid, kill),
    nil.

%% Names

new_name(Prefix) ->
    Unique = erlang:unique_integer([positive]),
    Suffix = integer_to_binary(Unique, 36),
    %% The unique integers start over with each run of the virtual machine;
    %% the time keeps names of nodes that exchange them apart.
    Time = integer_to_binary(erlang:system_time(), 36),
    binary_to_atom(<<Prefix/binary, "$", Suffix/binary, "$", Time/binary>>).

register_name(Pid, Name) ->
    try
        true = erlang:register(Name, Pid),
        {ok, nil}
    catch error:badarg -> {error, nil}
    end.

unregister_name(Name) ->
    try
        true = erlang:unregister(Name),
        {ok, nil}
    catch error:badarg -> {error, nil}
    end.

whereis_name(Name) ->
    case erlang:whereis(Name) of
        Pid when is_pid(Pid) -> {ok, Pid};
        _ -> {error, nil}
    end.

%% Receiving

receive_tagged(Tag) ->
    receive {Tag, Message} -> Message end.

receive_tagged(Tag, Timeout) ->
    receive {Tag, Message} -> {ok, Message}
    after Timeout -> {error, nil}
    end.

%% Monitor and receive are in one function on purpose: the virtual machine then
%% knows that no message from before the monitor can match, and skips them.
call(Pid, SendRequest, Timeout) ->
    Monitor = erlang:monitor(process, Pid),
    SendRequest(Monitor),
    receive
        {Monitor, Reply} ->
            erlang:demonitor(Monitor, [flush]),
            {ok, Reply};
        {'DOWN', Monitor, _, _, Reason} ->
            {error, {callee_exited, convert_reason(Reason)}}
    after Timeout ->
        erlang:demonitor(Monitor, [flush]),
        {error, call_timeout}
    end.

%% Selectors

new_selector() -> #selector{}.

insert_handler(#selector{handlers = Handlers} = Selector, Key, Handler) ->
    Selector#selector{handlers = Handlers#{Key => Handler}}.

remove_handler(#selector{handlers = Handlers} = Selector, Key) ->
    Selector#selector{handlers = maps:remove(Key, Handlers)}.

insert_default(Selector, Handler) ->
    Selector#selector{default = Handler}.

map_selector(#selector{handlers = Handlers, default = Default}, Fun) ->
    Compose = fun(Handler) -> fun(Message) -> Fun(Handler(Message)) end end,
    #selector{
        handlers = maps:map(fun(_Key, Handler) -> Compose(Handler) end, Handlers),
        default = case Default of none -> none; _ -> Compose(Default) end
    }.

merge_selector(#selector{} = A, #selector{} = B) ->
    #selector{
        handlers = maps:merge(A#selector.handlers, B#selector.handlers),
        default = case B#selector.default of
            none -> A#selector.default;
            Default -> Default
        end
    }.

select(Selector) ->
    {ok, Payload} = select(Selector, infinity),
    Payload.

select(#selector{handlers = Handlers, default = none}, Timeout) ->
    receive
        {'DOWN', Key, _, _, _} = Message when is_map_key(Key, Handlers) ->
            {ok, (map_get(Key, Handlers))(Message)};
        Message when is_map_key({element(1, Message), tuple_size(Message)}, Handlers) ->
            {ok, handle(Message, Handlers)}
    after Timeout -> {error, nil}
    end;
select(#selector{handlers = Handlers, default = Default}, Timeout) ->
    receive
        {'DOWN', Key, _, _, _} = Message when is_map_key(Key, Handlers) ->
            {ok, (map_get(Key, Handlers))(Message)};
        Message when is_map_key({element(1, Message), tuple_size(Message)}, Handlers) ->
            {ok, handle(Message, Handlers)};
        Message ->
            {ok, Default(Message)}
    after Timeout -> {error, nil}
    end.

handle(Message, Handlers) ->
    Key = {element(1, Message), tuple_size(Message)},
    (map_get(Key, Handlers))(Message).

%% Messages of the virtual machine itself

field(Index, Message) -> element(Index + 1, Message).

convert_down({'DOWN', Monitor, process, Pid, Reason}) ->
    {process_down, Monitor, Pid, convert_reason(Reason)};
convert_down({'DOWN', Monitor, port, Port, Reason}) ->
    {port_down, Monitor, Port, convert_reason(Reason)}.

convert_exit({'EXIT', Pid, Reason}) ->
    {exit_message, Pid, convert_reason(Reason)}.

convert_reason(normal) -> normal;
convert_reason(killed) -> killed;
convert_reason(Reason) -> {abnormal, Reason}.
