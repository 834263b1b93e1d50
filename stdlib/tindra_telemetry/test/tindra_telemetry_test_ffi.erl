-module(tindra_telemetry_test_ffi).

-export([quiet/0, rescue/1]).

quiet() ->
    logger:set_primary_config(level, none),
    nil.

rescue(Function) ->
    try {ok, Function()}
    catch error:#{message := Message} -> {error, Message}
    end.
