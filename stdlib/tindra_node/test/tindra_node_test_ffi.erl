-module(tindra_node_test_ffi).

-export([quiet/0]).

quiet() ->
    logger:set_primary_config(level, none),
    nil.
