-module(tindra_ets_ffi).

-export([
    new/2, named/2, insert/2, insert_new/2, lookup/2, lookup_all/2,
    take/2, take_all/2, member/2, delete/2, delete_pair/2, clear/1, drop/1,
    update_counter/4, size/1, memory/1, owner/1, to_list/1, fold/3,
    edge/2, neighbour/3, range/5, count_range/3, delete_range/3,
    give_away/3, received/3
]).

%% A table holds pairs of key and value. Each function gives an error when the
%% table is gone or this process may not use it so, which are both badarg of ETS.
-define(TRY(Table, Expression),
    try {ok, Expression}
    catch error:badarg -> {error, reason(Table)}
    end).

reason(Table) ->
    try ets:info(Table, protection) of
        undefined -> no_table;
        _ -> no_access
    catch error:badarg -> no_table
    end.

%% This mirrors the type of the same name in the Gleam module.
-record(options, {access, name, heir, read_concurrency, write_concurrency}).

%% The only thing that can be wrong with the options is the name.
new(Type, #options{name = Name} = Options) ->
    {Atom, Named} = case Name of
        none -> {tindra_ets, []};
        {some, {name, Given}} -> {Given, [named_table]}
    end,
    Heir = case Options#options.heir of
        none -> [];
        {some, {Pid, Tag}} -> [{heir, Pid, Tag}]
    end,
    All = Named ++ Heir ++ [
        Type,
        Options#options.access,
        {read_concurrency, Options#options.read_concurrency},
        {write_concurrency, Options#options.write_concurrency}
    ],
    try {ok, identity_of(ets:new(Atom, All))}
    catch error:badarg -> {error, nil}
    end.

%% Tables are kept by identity: a name could come to mean another table.
identity_of(Table) when is_reference(Table) -> Table;
identity_of(Name) -> ets:whereis(Name).

named(Type, {name, Name}) ->
    case ets:whereis(Name) of
        undefined -> {error, no_table};
        Table -> of_type(Type, Table, no_table)
    end.

of_type(Type, Table, Error) ->
    case ets:info(Table, type) of
        Type -> {ok, Table};
        _ -> {error, Error}
    end.

%% One pair or a list of them.
insert(Table, Pairs) -> ?TRY(Table, begin ets:insert(Table, Pairs), nil end).

insert_new(Table, Pairs) -> ?TRY(Table, ets:insert_new(Table, Pairs)).

lookup(Table, Key) ->
    try ets:lookup(Table, Key) of
        [{_, Value}] -> {ok, Value};
        [] -> {error, not_found}
    catch error:badarg -> {error, reason(Table)}
    end.

lookup_all(Table, Key) ->
    ?TRY(Table, [Value || {_, Value} <- ets:lookup(Table, Key)]).

take(Table, Key) ->
    try ets:take(Table, Key) of
        [{_, Value}] -> {ok, Value};
        [] -> {error, not_found}
    catch error:badarg -> {error, reason(Table)}
    end.

take_all(Table, Key) ->
    ?TRY(Table, [Value || {_, Value} <- ets:take(Table, Key)]).

member(Table, Key) -> ?TRY(Table, ets:member(Table, Key)).

delete(Table, Key) -> ?TRY(Table, begin ets:delete(Table, Key), nil end).

delete_pair(Table, Pair) -> ?TRY(Table, begin ets:delete_object(Table, Pair), nil end).

clear(Table) -> ?TRY(Table, begin ets:delete_all_objects(Table), nil end).

drop(Table) -> ?TRY(Table, begin ets:delete(Table), nil end).

update_counter(Table, Key, Amount, Initial) ->
    ?TRY(Table, ets:update_counter(Table, Key, {2, Amount}, {Key, Initial})).

size(Table) -> info(Table, size).

memory(Table) ->
    case info(Table, memory) of
        {ok, Words} -> {ok, Words * erlang:system_info(wordsize)};
        Error -> Error
    end.

owner(Table) -> info(Table, owner).

info(Table, Item) ->
    try ets:info(Table, Item) of
        undefined -> {error, no_table};
        Value -> {ok, Value}
    catch error:badarg -> {error, no_table}
    end.

to_list(Table) -> ?TRY(Table, ets:tab2list(Table)).

%% An error of the user's function must come through: only that of the first
%% access to the table is one of the table. The table is fixed meanwhile, so that
%% no pair is missed or seen twice when others write to it.
fold(Table, Initial, Fun) ->
    try ets:safe_fixtable(Table, true) of
        true ->
            try fold_from(ets:first(Table), Table, Initial, Fun)
            after unfix(Table)
            end
    catch error:badarg -> {error, reason(Table)}
    end.

unfix(Table) ->
    try ets:safe_fixtable(Table, false)
    catch error:badarg -> false
    end.

fold_from('$end_of_table', _Table, Accumulator, _Fun) ->
    {ok, Accumulator};
fold_from(Key, Table, Accumulator, Fun) ->
    New = lists:foldl(
        fun({_, Value}, Acc) -> Fun(Acc, Key, Value) end,
        Accumulator, ets:lookup(Table, Key)),
    fold_from(ets:next(Table, Key), Table, New, Fun).

%% Ordered tables

edge(Table, Side) ->
    key_and_value(Table, fun() -> ets:Side(Table) end).

neighbour(Table, Side, Key) ->
    key_and_value(Table, fun() -> ets:Side(Table, Key) end).

%% Another process can delete the key between the two steps: then the search goes
%% on from the beginning.
key_and_value(Table, Find) ->
    try Find() of
        '$end_of_table' ->
            {error, not_found};
        Key ->
            case ets:lookup(Table, Key) of
                [Pair] -> {ok, Pair};
                [] -> key_and_value(Table, Find)
            end
    catch error:badarg -> {error, reason(Table)}
    end.

range(Table, From, To, Limit, Direction) ->
    Spec = match(From, To, {{'$1', '$2'}}),
    try select(Table, Spec, Limit, Direction) of
        '$end_of_table' -> {ok, []};
        {Pairs, _} -> {ok, Pairs};
        Pairs -> {ok, Pairs}
    catch error:badarg -> {error, reason(Table)}
    end.

select(_Table, _Spec, {some, Limit}, _) when Limit < 1 -> [];
select(Table, Spec, none, ascending) -> ets:select(Table, Spec);
select(Table, Spec, none, descending) -> lists:reverse(ets:select(Table, Spec));
select(Table, Spec, {some, Limit}, ascending) -> ets:select(Table, Spec, Limit);
select(Table, Spec, {some, Limit}, descending) ->
    ets:select_reverse(Table, Spec, Limit).

count_range(Table, From, To) ->
    ?TRY(Table, ets:select_count(Table, match(From, To, true))).

delete_range(Table, From, To) ->
    ?TRY(Table, ets:select_delete(Table, match(From, To, true))).

%% The pairs whose keys are within the bounds. Constants keep a key that looks
%% like a variable of match specifications what it is.
match(From, To, Result) ->
    [{{'$1', '$2'}, lower(From) ++ upper(To), [Result]}].

lower(unbounded) -> [];
lower({including, Key}) -> [{'>=', '$1', {const, Key}}];
lower({excluding, Key}) -> [{'>', '$1', {const, Key}}].

upper(unbounded) -> [];
upper({including, Key}) -> [{'=<', '$1', {const, Key}}];
upper({excluding, Key}) -> [{'<', '$1', {const, Key}}].

%% Owners

%% Giving a table to a process that has ended, or to this one, is badarg too.
give_away(Table, Pid, Tag) ->
    try
        true = ets:give_away(Table, Pid, Tag),
        {ok, nil}
    catch error:badarg ->
        case reason(Table) of
            no_table -> {error, no_table};
            no_access ->
                case ets:info(Table, owner) =:= self() of
                    true -> {error, no_process};
                    false -> {error, no_access}
                end
        end
    end.

%% The table of a transfer, if it has the gift that was expected.
received(Type, {'ETS-TRANSFER', Table, _From, Gift}, Gift) ->
    of_type(Type, identity_of(Table), nil);
received(_Type, _Transfer, _Gift) ->
    {error, nil}.
