-module(tindra_pg_ffi).

-export([start/1, join/3, leave/3, groups/1, demonitor/2, change/1, tag/2]).

-compile({no_auto_import, [demonitor/2]}).

start(Scope) ->
    case pg:start_link(Scope) of
        {ok, Pid} -> {ok, Pid};
        {error, {already_started, _}} -> {error, {init_failed, <<"already started">>}};
        {error, Reason} -> {error, {init_exited, {abnormal, Reason}}}
    end.

join(Scope, Group, Pid) ->
    ok = pg:join(Scope, Group, Pid),
    nil.

leave(Scope, Group, Pid) ->
    case pg:leave(Scope, Group, Pid) of
        ok -> {ok, nil};
        not_joined -> {error, nil}
    end.

groups({scope, Scope}) ->
    [Group || Group <- pg:which_groups(Scope), is_binary(Group)].

%% As erlang:demonitor with flush, but that there can be several messages.
demonitor(Scope, Reference) ->
    _ = pg:demonitor(Scope, Reference),
    flush(Reference).

flush(Reference) ->
    receive {Reference, _, _, _} -> flush(Reference)
    after 0 -> nil
    end.

change({_Reference, join, _Group, Pids}) -> {true, Pids};
change({_Reference, leave, _Group, Pids}) -> {false, Pids}.

tag(Scope, Group) -> {?MODULE, Scope, Group}.
