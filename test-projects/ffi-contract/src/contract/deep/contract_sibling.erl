-module(contract_sibling).
-export([sibling/1]).

%% Gleam's modules have `@' for `/'.
sibling(Number) ->
    <<"hello, ", Who/binary>> = contract@deep@er:greet(<<"sibling">>),
    <<Who/binary, " ", (integer_to_binary(Number))/binary>>.
