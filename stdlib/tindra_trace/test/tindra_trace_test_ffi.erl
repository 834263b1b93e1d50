-module(tindra_trace_test_ffi).

-export([identity/1, rescue/1]).

identity(Value) -> Value.

rescue(Function) ->
    try {ok, Function()}
    catch error:#{message := Message} -> {error, Message}
    end.
