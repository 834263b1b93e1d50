-module('Elixir.Contract.Dotted').
-export([dotted/0]).

dotted() -> <<"dotted">>.
