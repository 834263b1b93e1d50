-module(tindra_telemetry_ffi).

-export([attach/3, attach_reporter/3, detach/1, handlers/1, execute/3, now/0, on_crash/2]).

%% Handlers are in persistent terms, which are read without a copy or a lock.
%% A change of them is expensive, and rare:
%%   {?MODULE, Event}      [{Identity, Handler}] of an event
%%   {?MODULE, reporters}  [{Identity, Prefix, Reporter}]
%%   {?MODULE, places}     #{Identity => Key of the list that it is in}

attach(Event, Identity, Handler) ->
    add({?MODULE, Event}, {Identity, Handler}).

attach_reporter(Prefix, Identity, Reporter) ->
    add({?MODULE, reporters}, {Identity, Prefix, Reporter}).

add(Key, Entry) ->
    Identity = element(1, Entry),
    locked(fun(Places) ->
        case Places of
            #{Identity := _} ->
                {error, already_attached};
            _ ->
                persistent_term:put(Key, persistent_term:get(Key, []) ++ [Entry]),
                persistent_term:put({?MODULE, places}, Places#{Identity => Key}),
                {ok, nil}
        end
    end).

detach(Identity) ->
    locked(fun(Places) ->
        case Places of
            #{Identity := Key} ->
                case lists:keydelete(Identity, 1, persistent_term:get(Key, [])) of
                    [] -> persistent_term:erase(Key);
                    Rest -> persistent_term:put(Key, Rest)
                end,
                persistent_term:put({?MODULE, places}, maps:remove(Identity, Places)),
                {ok, nil};
            _ ->
                {error, nil}
        end
    end).

%% Reading, changing and writing is one step on this node.
locked(Change) ->
    global:trans({?MODULE, self()}, fun() ->
        Change(persistent_term:get({?MODULE, places}, #{}))
    end, [node()]).

handlers(Event) ->
    [Identity || {Identity, _} <- persistent_term:get({?MODULE, Event}, [])].

execute(Event, Measurements, Metadata) ->
    case {persistent_term:get({?MODULE, Event}, []), persistent_term:get({?MODULE, reporters}, [])} of
        {[], []} ->
            [];
        {Handlers, Reporters} ->
            {event, Name, Measuring, About} = Event,
            Failures = [guarded(Identity, Name, fun() -> Handler(Measurements, Metadata) end)
                        || {Identity, Handler} <- Handlers],
            More = [guarded(Identity, Name, fun() ->
                        Reporter({report, Name, Measuring(Measurements), About(Metadata)})
                    end)
                    || {Identity, Prefix, Reporter} <- Reporters, begins_with(Name, Prefix)],
            lists:append(Failures ++ More)
    end.

begins_with(Name, Prefix) ->
    Size = byte_size(Prefix),
    byte_size(Name) >= Size andalso binary:part(Name, 0, Size) =:= Prefix.

guarded(Identity, Name, Run) ->
    try Run() of
        _ -> []
    catch
        Class:Reason:Stack ->
            %% Of several processes in which it crashes one tells it.
            case detach(Identity) of
                {ok, nil} ->
                    logger:error("The handler ~ts of the event ~ts has crashed and is detached: ~0tp",
                                 [Identity, Name, {Class, Reason, Stack}]),
                    [{failure, Identity, Name, notation(Reason)}];
                {error, nil} ->
                    []
            end
    end.

notation(#{gleam_error := _, message := Message}) -> Message;
notation(Reason) -> unicode:characters_to_binary(io_lib:format("~0tp", [Reason])).

now() -> erlang:monotonic_time(nanosecond).

on_crash(Run, Tell) ->
    try Run()
    catch
        Class:Reason:Stack ->
            Tell(notation(Reason)),
            erlang:raise(Class, Reason, Stack)
    end.
