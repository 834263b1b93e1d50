-module(exception_ffi).

-export([rescue/1, defer/2, on_crash/2]).

rescue(Body) ->
    try {ok, Body()}
    catch
        error:Reason -> {error, {errored, Reason}};
        throw:Value -> {error, {thrown, Value}};
        exit:Reason -> {error, {exited, Reason}}
    end.

defer(Cleanup, Body) ->
    try Body()
    after Cleanup()
    end.

on_crash(Cleanup, Body) ->
    try Body()
    catch
        Class:Reason:Stack ->
            Cleanup(),
            erlang:raise(Class, Reason, Stack)
    end.
