-module(otp_introspection_ffi).

-export([evaluate/3]).

evaluate(Input, Pid, Supervisor) ->
    {ok, Tokens, _} = erl_scan:string(binary_to_list(Input)),
    {ok, Expressions} = erl_parse:parse_exprs(Tokens),
    Bindings = erl_eval:add_binding('Supervisor', Supervisor,
        erl_eval:add_binding('Pid', Pid, erl_eval:new_bindings())),
    {value, Value, _} = erl_eval:exprs(Expressions, Bindings),
    unicode:characters_to_binary(io_lib:format("~0tp", [Value])).
