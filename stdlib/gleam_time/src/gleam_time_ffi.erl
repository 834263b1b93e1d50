-module(gleam_time_ffi).

-export([system_time/0, local_offset_seconds/0]).

system_time() -> {0, erlang:system_time(nanosecond)}.

local_offset_seconds() ->
    Utc = calendar:universal_time(),
    Local = calendar:universal_time_to_local_time(Utc),
    calendar:datetime_to_gregorian_seconds(Local) -
        calendar:datetime_to_gregorian_seconds(Utc).
