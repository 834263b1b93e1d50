-module(tindra_statem_ffi).

-behaviour(gen_statem).

-export([start/4]).

%% What OTP calls.
-export([init/1, callback_mode/0, handle_event/4, terminate/3, code_change/4]).

%% These mirror the types of the same names in the Gleam module.
-record(next, {transition, actions}).
-record(handlers, {on_message, on_enter, on_other, on_stop}).
-record(initialised, {subject, state, data}).

%% The handlers and the tag of the subject are in the dictionary of the process,
%% where they do not stand between a person and the data: sys:get_state then
%% gives the user's state and data, and sys:replace_state takes them.
-define(HANDLERS, '$tindra_statem_handlers').
-define(TAG, '$tindra_statem_tag').

start(Initialise, Handlers, Name, Timeout) ->
    Reply = make_ref(),
    Argument = {Initialise, Handlers, self(), Reply},
    Options = [{timeout, Timeout}],
    Started = case Name of
        none -> gen_statem:start_link(?MODULE, Argument, Options);
        {some, Atom} -> gen_statem:start_link({local, Atom}, ?MODULE, Argument, Options)
    end,
    case Started of
        {ok, Pid} ->
            receive {Reply, Subject} -> {ok, {Pid, Subject}} end;
        ignore ->
            receive {Reply, Pid, Reason} ->
                forget_exit(Pid),
                {error, {init_failed, Reason}}
            end;
        {error, timeout} ->
            {error, init_timeout};
        {error, {already_started, _}} ->
            {error, {init_failed, <<"name already registered">>}};
        {error, killed} ->
            {error, {init_exited, killed}};
        {error, Reason} ->
            {error, {init_exited, {abnormal, Reason}}}
    end.

%% A start that fails leaves no message on an exit the caller cannot know of.
forget_exit(Pid) ->
    unlink(Pid),
    receive {'EXIT', Pid, _} -> nil
    after 0 -> nil
    end.

%% A wrong start is told by a message, and the process ends normally: an abnormal
%% end would take the process that starts the machine with it.
init({Initialise, #handlers{on_message = OnMessage} = Handlers, Starter, Reply}) ->
    {module, Module} = erlang:fun_info(OnMessage, module),
    {name, Name} = erlang:fun_info(OnMessage, name),
    put('$initial_call', {Module, Name, 3}),
    case Initialise() of
        {ok, #initialised{subject = Subject, state = State, data = Data}} ->
            put(?HANDLERS, Handlers),
            put(?TAG, tag(Subject)),
            Starter ! {Reply, Subject},
            {ok, State, Data};
        {error, Reason} ->
            Starter ! {Reply, self(), Reason},
            ignore
    end.

%% A subject is {subject, Owner, Tag} or {named_subject, Name}: its messages are
%% pairs of the last element and the payload.
tag(Subject) -> element(tuple_size(Subject), Subject).

callback_mode() -> [handle_event_function, state_enter].

handle_event(enter, Previous, State, Data) ->
    #handlers{on_enter = OnEnter} = get(?HANDLERS),
    result(OnEnter(Previous, State, Data));
handle_event(info, Info, State, Data) ->
    case get(?TAG) of
        Tag when tuple_size(Info) =:= 2, element(1, Info) =:= Tag ->
            message(element(2, Info), State, Data);
        _ ->
            other(Info, State, Data)
    end;
handle_event(EventType, Content, State, Data) ->
    case EventType of
        internal -> message(Content, State, Data);
        state_timeout -> message(Content, State, Data);
        timeout -> message(Content, State, Data);
        {timeout, _Name} -> message(Content, State, Data);
        %% gen_statem:call and gen_statem:cast of Erlang code.
        _ -> other(Content, State, Data)
    end.

message(Message, State, Data) ->
    #handlers{on_message = OnMessage} = get(?HANDLERS),
    result(OnMessage(State, Data, Message)).

other(Info, State, Data) ->
    #handlers{on_other = OnOther} = get(?HANDLERS),
    case OnOther(Info) of
        {ok, Message} ->
            message(Message, State, Data);
        {error, nil} ->
            logger:warning(
                "State machine ~p discarded an unexpected message: ~tp", [self(), Info]),
            keep_state_and_data
    end.

%% The actions were added to the front of the list.
result(#next{transition = Transition, actions = Added}) ->
    {Replies, Others} = lists:partition(fun is_reply/1, lists:reverse(Added)),
    lists:foreach(fun({reply, Send}) -> Send() end, Replies),
    Actions = [action(Action) || Action <- Others],
    case Transition of
        {keep, Data} -> {keep_state, Data, Actions};
        {change, State, Data} -> {next_state, State, Data, Actions};
        {repeat, Data} -> {repeat_state, Data, Actions};
        {stop, normal} -> {stop, normal};
        {stop, killed} -> {stop, killed};
        {stop, {abnormal, Reason}} -> {stop, Reason}
    end.

action(postpone) -> postpone;
action(hibernate) -> hibernate;
action({next_event, Message}) -> {next_event, internal, Message};
action({state_timeout, Time, Message}) -> {state_timeout, Time, Message};
action({event_timeout, Time, Message}) -> {timeout, Time, Message};
action({named_timeout, Name, Time, Message}) -> {{timeout, Name}, Time, Message};
action(cancel_state_timeout) -> {state_timeout, cancel};
action({cancel_named_timeout, Name}) -> {{timeout, Name}, cancel}.

is_reply({reply, _}) -> true;
is_reply(_) -> false.

terminate(_Reason, State, Data) ->
    case get(?HANDLERS) of
        undefined -> nil;
        #handlers{on_stop = OnStop} -> OnStop(State, Data)
    end.

code_change(_OldVersion, State, Data, _Extra) -> {ok, State, Data}.
