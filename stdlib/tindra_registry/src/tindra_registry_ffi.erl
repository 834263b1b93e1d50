-module(tindra_registry_ffi).

-export([is_running/1]).

is_running(Pid) -> node(Pid) =/= node() orelse is_process_alive(Pid).
