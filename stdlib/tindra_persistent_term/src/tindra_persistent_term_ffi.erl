-module(tindra_persistent_term_ffi).

-export([new_key/0, key/2, put/2, get/1]).

-compile({no_auto_import, [put/2, get/1]}).

%% Keys have this module in them: persistent terms are shared with all of OTP.
new_key() -> {?MODULE, make_ref()}.

key(Module, Name) -> {?MODULE, Module, Name}.

put(Key, Value) ->
    persistent_term:put(Key, Value),
    nil.

get(Key) ->
    try {ok, persistent_term:get(Key)}
    catch error:badarg -> {error, nil}
    end.
