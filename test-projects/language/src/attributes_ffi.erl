-module(attributes_ffi).
-export([data/0, text/1]).

data() -> [<<"te">>, <<"xt">>].

text(Data) -> iolist_to_binary(Data).
