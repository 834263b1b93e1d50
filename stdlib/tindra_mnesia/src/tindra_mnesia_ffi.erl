-module(tindra_mnesia_ffi).

-export([
    identity/1, tag/1, start/1, stop/0, is_running/0, flush/0,
    open/2, upgrade/3, drop/1, clear/1, size/1, join/1, copy/3, remove_copy/2, copies/1,
    transaction/1, dirty/1,
    get/3, get_for_update/3, all/3, put/3, delete/3, delete_value/3, keys/2, fold/4, range/5,
    find_by/4
]).

%% As tindra/mnesia describes a table.
-record(table, {name, version, kind, storage, layout, key, indexes}).

identity(Value) -> Value.

%% MyAccount -> my_account
tag(Constructor) ->
    [First | Rest] = unicode:characters_to_list(Constructor),
    Words = [case Letter >= $A andalso Letter =< $Z of
        true -> [$_, Letter + 32];
        false -> Letter
    end || Letter <- Rest],
    binary_to_atom(unicode:characters_to_binary([string:lowercase([First]) | Words])).

%% The database

start(Location) ->
    case mnesia:system_info(is_running) of
        no ->
            _ = application:load(mnesia),
            case prepare(Location) of
                ok -> start();
                {error, Reason} -> {error, start_error(Reason)}
            end;
        _ ->
            {error, already_running}
    end.

prepare(in_memory) ->
    application:set_env(mnesia, schema_location, ram);
prepare({in_folder, Path}) ->
    application:set_env(mnesia, schema_location, opt_disc),
    application:set_env(mnesia, dir, unicode:characters_to_list(Path)),
    case filelib:ensure_path(Path) of
        ok -> create_schema();
        Error -> Error
    end.

create_schema() ->
    case mnesia:create_schema([node()]) of
        ok -> ok;
        {error, {_, {already_exists, _}}} -> ok;
        {error, {_, Reason}} -> {error, Reason};
        {error, Reason} -> {error, Reason}
    end.

start() ->
    case quietly(fun mnesia:start/0) of
        ok ->
            Mine = lists:member(node(), mnesia:table_info(schema, all_nodes)),
            case mnesia:wait_for_tables([schema], 10000) of
                ok when Mine -> {ok, nil};
                ok -> stop(), {error, other_node};
                {timeout, _} -> stop(), {error, other_node};
                {error, Reason} -> {error, start_error(Reason)}
            end;
        {error, Reason} ->
            {error, start_error(Reason)}
    end.

start_error(Reason) -> {cannot_start, notation(Reason)}.

stop() ->
    quietly(fun mnesia:stop/0),
    nil.

is_running() -> mnesia:system_info(is_running) =:= yes.

%% That an application has ended is written to the log, by another process.
quietly(Function) ->
    ok = logger:add_primary_filter(?MODULE, {fun is_news_of_mnesia/2, stop}),
    try Function()
    after
        _ = application:which_applications(),
        logger:remove_primary_filter(?MODULE)
    end.

is_news_of_mnesia(#{msg := {report, #{label := {application_controller, _}}}}, Action) -> Action;
is_news_of_mnesia(#{msg := {report, #{label := {application_master, _}}}}, Action) -> Action;
is_news_of_mnesia(_, _) -> ignore.

flush() ->
    case is_running() of
        true ->
            case mnesia:sync_log() of
                %% Nothing is on disc.
                {error, no_such_log} -> {ok, nil};
                Outcome -> done(Outcome)
            end;
        false -> {error, not_running}
    end.

%% Tables

open(#table{name = Name, storage = Storage} = Table, Timeout) ->
    Options = [
        {type, Table#table.kind},
        {attributes, attributes(Table)},
        {record_name, record_name(Table)},
        {index, indexes(Table)},
        {storage(Storage), [node()]},
        {user_properties, [{tindra_version, Table#table.version}]}
    ],
    Made = case mnesia:create_table(Name, Options) of
        {aborted, {already_exists, Name}} -> check(Table);
        Outcome -> done(Outcome)
    end,
    case Made of
        {ok, nil} -> wait(Name, Timeout);
        Error -> Error
    end.

attributes(#table{layout = {record, _, Fields}}) -> Fields;
attributes(#table{layout = wrapped} = Table) -> [key, value | indexes(Table)].

record_name(#table{layout = {record, Tag, _}}) -> Tag;
record_name(#table{name = Name}) -> Name.

indexes(#table{indexes = Indexes}) -> [Name || {Name, _} <- Indexes].

storage(memory) -> ram_copies;
storage(disc) -> disc_copies;
storage(disc_only) -> disc_only_copies.

check(#table{name = Name, version = Version, storage = Storage} = Table) ->
    Wanted = {Table#table.kind, attributes(Table), record_name(Table), positions(Table)},
    Found = {
        mnesia:table_info(Name, type),
        mnesia:table_info(Name, attributes),
        mnesia:table_info(Name, record_name),
        lists:sort(mnesia:table_info(Name, index))
    },
    Copies = storage(Storage),
    case {version(Name), mnesia:table_info(Name, storage_type)} of
        {{ok, Other}, _} when Other =/= Version -> {error, {other_version, Other}};
        _ when Found =/= Wanted -> {error, other_shape};
        {_, Copies} -> {ok, nil};
        {_, unknown} -> {ok, nil};
        {_, _} -> done(mnesia:change_table_copy_type(Name, node(), Copies))
    end.

%% Erlang's programs make tables without a version.
version(Name) ->
    case lists:keyfind(tindra_version, 1, mnesia:table_info(Name, user_properties)) of
        {_, Version} -> {ok, Version};
        false -> error
    end.

positions(Table) ->
    Places = lists:zip(attributes(Table), lists:seq(2, length(attributes(Table)) + 1)),
    lists:sort([proplists:get_value(Name, Places) || Name <- indexes(Table)]).

wait(Name, Timeout) ->
    case mnesia:wait_for_tables([Name], Timeout) of
        ok -> {ok, nil};
        {timeout, Names} -> {error, {not_ready, [atom_to_binary(N) || N <- Names]}};
        {error, Reason} -> {error, problem(Reason)}
    end.

upgrade(#table{name = Name} = Old, New, Change) ->
    To = New#table.version,
    guarded(fun() ->
        case {version(Name), positions(Old) =:= positions(New)} of
            {{ok, To}, _} -> {ok, nil};
            {{ok, Other}, _} when Other =/= Old#table.version -> {error, {other_version, Other}};
            {_, false} -> {error, other_shape};
            {_, true} -> transform(Old, New, Change)
        end
    end).

transform(#table{name = Name} = Old, New, Change) ->
    Convert = fun(Record) -> wrap(New, Change(unwrap(Old, Record))) end,
    case mnesia:transform_table(Name, Convert, attributes(New), record_name(New)) of
        {atomic, ok} ->
            done(mnesia:write_table_property(Name, {tindra_version, New#table.version}));
        Aborted ->
            done(Aborted)
    end.

drop(#table{name = Name}) -> done(mnesia:delete_table(Name)).

clear(#table{name = Name}) -> done(mnesia:clear_table(Name)).

size(#table{name = Name}) ->
    guarded(fun() ->
        case lists:member(Name, mnesia:system_info(tables)) of
            true -> {ok, mnesia:table_info(Name, size)};
            false -> {error, {no_table, atom_to_binary(Name)}}
        end
    end).

join(Node) ->
    case is_running() andalso mnesia:change_config(extra_db_nodes, [Node]) of
        false -> {error, not_running};
        {ok, [_ | _]} -> {ok, nil};
        {ok, []} -> {error, node_down};
        {error, Reason} -> {error, problem(Reason)}
    end.

copy(#table{name = Name}, Node, Storage) ->
    Copies = storage(Storage),
    case mnesia:add_table_copy(Name, Node, Copies) of
        {aborted, {already_exists, Name, Node}} ->
            case mnesia:change_table_copy_type(Name, Node, Copies) of
                {aborted, {already_exists, Name, Node, Copies}} -> {ok, nil};
                Outcome -> done(Outcome)
            end;
        Outcome ->
            done(Outcome)
    end.

remove_copy(#table{name = Name}, Node) -> done(mnesia:del_table_copy(Name, Node)).

copies(#table{name = Name}) ->
    guarded(fun() ->
        Nodes = [mnesia:table_info(Name, Kind)
                 || Kind <- [ram_copies, disc_copies, disc_only_copies]],
        {ok, lists:sort(lists:append(Nodes))}
    end).

%% Outcomes

done(ok) -> {ok, nil};
done({atomic, ok}) -> {ok, nil};
done({aborted, Reason}) -> {error, problem(Reason)};
done({error, Reason}) -> {error, problem(Reason)}.

guarded(Function) ->
    case is_running() of
        false ->
            {error, not_running};
        true ->
            try Function()
            catch exit:{aborted, Reason} -> {error, problem(Reason)}
            end
    end.

problem({no_exists, Table}) when is_atom(Table) -> {no_table, atom_to_binary(Table)};
problem({no_exists, [Table | _]}) when is_atom(Table) -> {no_table, atom_to_binary(Table)};
problem({no_exists, Table, _}) when is_atom(Table) -> {no_table, atom_to_binary(Table)};
problem({node_not_running, Node}) when Node =:= node() -> not_running;
problem({node_not_running, _}) -> node_down;
problem({not_active, _, _}) -> node_down;
problem({not_active, _, _, _}) -> node_down;
problem(Reason) -> {other, notation(Reason)}.

notation(Reason) ->
    unicode:characters_to_binary(io_lib:format("~0tp", [Reason])).

%% Transactions

transaction(Function) ->
    Run = fun() ->
        case protected(Function) of
            {ok, _} = Done -> Done;
            {error, Reason} -> mnesia:abort({tindra_rejected, Reason})
        end
    end,
    case mnesia:transaction(Run) of
        {atomic, Done} -> Done;
        {aborted, {tindra_rejected, Reason}} -> {error, {rejected, Reason}};
        {aborted, {tindra_crash, Reason, Stack}} -> erlang:raise(error, Reason, Stack);
        {aborted, Reason} -> {error, {failed, problem(Reason)}}
    end.

%% Mnesia tells with exits that a transaction has to start again, so only errors
%% are the function's own.
protected(Function) ->
    try Function(access)
    catch error:Reason:Stack -> mnesia:abort({tindra_crash, Reason, Stack})
    end.

dirty(Function) ->
    try {ok, mnesia:async_dirty(fun() -> protected(Function) end)}
    catch
        exit:{aborted, {tindra_crash, Reason, Stack}} -> erlang:raise(error, Reason, Stack);
        exit:{aborted, Reason} -> {error, problem(Reason)}
    end.

%% Values are stored as {Table, Key, Value, IndexKey...}, or are records already.

wrap(#table{layout = {record, Tag, Fields}, key = Key}, Value)
        when tuple_size(Value) =:= length(Fields) + 1, element(1, Value) =:= Tag ->
    case Key(Value) =:= element(2, Value) of
        true -> Value;
        false -> error({key_is_not_the_first_field, Value})
    end;
wrap(#table{layout = {record, _, _}}, Value) ->
    error({not_the_record_of_the_table, Value});
wrap(#table{name = Name, key = Key, indexes = Indexes}, Value) ->
    list_to_tuple([Name, Key(Value), Value | [Index(Value) || {_, Index} <- Indexes]]).

unwrap(#table{layout = wrapped}, Record) -> element(3, Record);
unwrap(#table{}, Record) -> Record.

get(_, #table{name = Name} = Table, Key) -> first(Table, mnesia:read(Name, Key)).

get_for_update(_, #table{name = Name} = Table, Key) ->
    first(Table, mnesia:read(Name, Key, write)).

first(_, []) -> {error, nil};
first(Table, [Record | _]) -> {ok, unwrap(Table, Record)}.

all(_, #table{name = Name} = Table, Key) ->
    [unwrap(Table, Record) || Record <- mnesia:read(Name, Key)].

put(_, #table{name = Name} = Table, Value) ->
    ok = mnesia:write(Name, wrap(Table, Value), write),
    nil.

delete(_, #table{name = Name}, Key) ->
    ok = mnesia:delete(Name, Key, write),
    nil.

delete_value(_, #table{name = Name} = Table, Value) ->
    ok = mnesia:delete_object(Name, wrap(Table, Value), write),
    nil.

keys(_, #table{name = Name, kind = Kind}) ->
    Keys = mnesia:all_keys(Name),
    case Kind of
        ordered_set -> lists:sort(Keys);
        _ -> Keys
    end.

fold(_, #table{name = Name} = Table, Initial, Function) ->
    mnesia:foldl(fun(Record, Acc) -> Function(Acc, unwrap(Table, Record)) end, Initial, Name).

%% A select and not steps with next, which do not see what the transaction itself
%% has written.
range(_, #table{name = Name, key = KeyOf} = Table, Lower, Upper, Limit) ->
    Head = setelement(2, erlang:make_tuple(length(attributes(Table)) + 1, '_'), '$1'),
    Guards = lower(Lower) ++ upper(Upper),
    Records = mnesia:select(Name, [{setelement(1, Head, record_name(Table)), Guards, ['$_']}], read),
    Values = [unwrap(Table, Record) || Record <- Records],
    Sorted = lists:sort(fun(A, B) -> KeyOf(A) =< KeyOf(B) end, Values),
    lists:sublist(Sorted, max(0, Limit)).

lower(unbounded) -> [];
lower({including, Key}) -> [{'>=', '$1', {const, Key}}];
lower({excluding, Key}) -> [{'>', '$1', {const, Key}}].

upper(unbounded) -> [];
upper({including, Key}) -> [{'=<', '$1', {const, Key}}];
upper({excluding, Key}) -> [{'<', '$1', {const, Key}}].

find_by(_, #table{name = Name} = Table, Index, Key) ->
    [unwrap(Table, Record) || Record <- mnesia:index_read(Name, Key, Index)].
