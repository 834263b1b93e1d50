-module(stdlib_bench_ffi).
-export([measure/3]).

%% Every benchmark has a process of its own, so that none pays for the garbage of another.
measure(Name, Budget, Prepare) ->
    Main = self(),
    {Process, Monitor} = spawn_monitor(fun() ->
        Run = Prepare(),
        Limit = erlang:convert_time_unit(Budget, millisecond, native),
        Count = calls(Run, 1, Limit div 8),
        Least = lists:min([time(Run, Count) || _ <- lists:seq(1, 6)]),
        Main ! {self(), Least * 1.0e9 / erlang:convert_time_unit(1, second, native) / Count}
    end),
    receive
        {Process, Time} ->
            erlang:demonitor(Monitor, [flush]),
            io:format("~ts\t~.1f~n", [Name, Time]);
        {'DOWN', Monitor, process, Process, Reason} ->
            erlang:error({Name, Reason})
    end,
    nil.

%% How many calls take as long as wanted. Counting them warms up as well.
calls(Run, Count, Wanted) ->
    case time(Run, Count) of
        Time when Time >= Wanted -> Count;
        _ -> calls(Run, Count * 2, Wanted)
    end.

time(Run, Count) ->
    Start = erlang:monotonic_time(),
    repeat(Run, Count),
    erlang:monotonic_time() - Start.

repeat(_, 0) -> ok;
repeat(Run, Count) ->
    Run(),
    repeat(Run, Count - 1).
