-module(gleam_erlang_test_ffi).

-export([catch_error/1]).

catch_error(Body) ->
    try
        Body(),
        nil
    catch error:Reason -> Reason
    end.
