-module(contract_native).
-export([identity/1, make/1, reads/2, say/1, checks/0, add_ten/1, data/0, supervise/2, init/1]).

-include_lib("contract/include/contract@shapes_Labelled.hrl").
-include_lib("contract/include/contract@shapes_Everything.hrl").
-include_lib("contract/include/contract@shapes_X.hrl").
-include_lib("contract/include/contract@shapes_Y.hrl").
-include_lib("contract/include/contract@shapes_Properties.hrl").
-include_lib("contract/include/contract@shapes_JSON.hrl").

say(Text) ->
    io:put_chars([Text, $\n]).

make(<<"int">>) -> 42;
make(<<"negative int">>) -> -7;
make(<<"large int">>) -> 9007199254740991;
make(<<"float">>) -> 1.5;
make(<<"zero">>) -> 0.0;
make(<<"exponent">>) -> 1.0e100;
make(<<"true">>) -> true;
make(<<"false">>) -> false;
make(<<"nil">>) -> nil;
make(<<"empty string">>) -> <<>>;
make(<<"string">>) -> <<"grüße, 世界 👋🏽"/utf8>>;
make(<<"escapes">>) -> <<"\"\\\n\r\t\f\x{1F600}\0"/utf8>>;
make(<<"codepoint">>) -> 16#E9;
make(<<"bits">>) -> <<1, 2, 255>>;
make(<<"no bits">>) -> <<>>;
make(<<"unaligned">>) -> <<1, 5:3>>;
make(<<"text bits">>) -> <<"añ"/utf8>>;
make(<<"slice">>) -> <<16#5E6F:15>>;
make(<<"slice source">>) -> <<16#ABCDEF:24>>;
make(<<"utf16">>) -> <<0, 97, 16#D8, 16#3D, 16#DE, 0>>;
make(<<"little">>) -> <<2, 1, 1.5:32/float>>;
make(<<"empty list">>) -> [];
make(<<"list">>) -> [1, 2, 3];
make(<<"nested list">>) -> [[<<"a">>], [], [<<"b">>, <<"c">>]];
make(<<"no tuple">>) -> {};
make(<<"pair">>) -> {1, <<"one">>};
make(<<"tuple">>) -> {1, 2.5, <<"three">>, true, nil, [6]};
make(<<"ok">>) -> {ok, 1};
make(<<"error">>) -> {error, <<"no">>};
make(<<"ok nil">>) -> {ok, nil};
make(<<"fn/0">>) -> fun() -> 10 end;
make(<<"fn/1">>) -> fun add_ten/1;
make(<<"fn/4">>) -> fun(A, B, C, D) -> A * 1000 + B * 100 + C * 10 + D end;
make(<<"curried">>) -> fun(A) -> fun(B) -> A * 10 + B end end;
make(<<"plain">>) -> plain;
make(<<"new plain">>) -> plain;
make(<<"point">>) -> {point, 1, 2};
make(<<"labelled">>) -> #labelled{name = <<"n">>, size = 3};
make(<<"mixed">>) -> {mixed, 1, <<"two">>, 3.0};
make(<<"box">>) -> {box, [{ok, {1, plain}}]};
make(<<"everything">>) ->
    #everything{int = 1, float = 2.5, string = <<"s">>, bool = true, nil = nil, bits = <<1>>,
                list = [1], tuple = {1, 2}, result = {error, nil}};
make(<<"hidden">>) -> {hidden, 5};
make(<<"hidden nothing">>) -> hidden_nothing;
make(<<"x">>) -> #x{shared = 1, own = <<"x">>};
make(<<"y">>) -> #y{shared = 2};
make(<<"properties">>) ->
    #properties{then = 1, constructor = 2, prototype = 3, class = 4, new = 5, arguments = 6};
make(<<"both">>) -> {both, 1, 2};
make(<<"HTTPGet">>) -> h_t_t_p_get;
make(<<"Ipv4Address">>) -> {ipv4_address, 1};
make(<<"V2">>) -> v2;
make(<<"JSON">>) -> #j_s_o_n{text = <<"x">>};
make(<<"LoudHTTPS">>) -> loud_h_t_t_p_s;
make(<<"If">>) -> {'if', 1};
make(<<"Maybe">>) -> 'maybe';
make(<<"Receive">>) -> 'receive';
make(<<"ModuleInfo">>) -> module_info.

reads(<<"fn/0">>, F) -> is_function(F, 0) andalso F() =:= 10;
reads(<<"fn/1">>, F) -> is_function(F, 1) andalso F(1) =:= 11;
reads(<<"fn/4">>, F) -> is_function(F, 4) andalso F(1, 2, 3, 4) =:= 1234;
reads(<<"constructor">>, F) -> is_function(F, 2) andalso F(1, 2) =:= {point, 1, 2};
reads(<<"ok constructor">>, F) -> is_function(F, 1) andalso F(1) =:= {ok, 1};
reads(<<"external">>, F) -> F =:= fun lists:reverse/1;
reads(<<"re-export">>, nil) -> contract@deep@er:delete(1) =:= 11;
%% Constants are written out where they are used.
reads(<<"constants">>, nil) ->
    not erlang:function_exported(contract@shapes, point, 0);
reads(Name, Value) -> Value =:= make(Name).

identity(Value) -> Value.

add_ten(Number) -> Number + 10.

data() ->
    {ok, Bytes} = file:read_file(filename:join(code:priv_dir(contract), "data.txt")),
    Bytes.

%% A supervisor that has nothing to do, but remembers what it was started with.
supervise(Name, Numbers) ->
    persistent_term:put(contract, {Name, Numbers}),
    supervisor:start_link({local, contract_supervisor}, ?MODULE, []).

init([]) -> {ok, {#{}, []}}.

checks() -> exports() ++ words() ++ files() ++ application().

application() ->
    {ok, Keys} = application:get_all_key(contract),
    Key = fun(Name) -> proplists:get_value(Name, Keys) end,
    Modules = [contract, 'contract@@main', contract@application, contract@checks,
               contract@deep@er, contract@shapes, contract@words],
    Natives = ['Elixir.Contract.Dotted', contract_native, contract_sibling],
    [{<<"the application runs">>, is_pid(whereis(contract_supervisor))},
     {<<"its argument">>, persistent_term:get(contract) =:= {<<"of the program">>, [1]}},
     {<<"its module">>,
      Key(mod) =:= {contract@application, {argument, <<"of the program">>, [1]}}},
     {<<"its version">>, Key(vsn) =:= "1.2.3"},
     {<<"its description">>,
      Key(description) =:= "Every kind of value, made and read by hand-written Erlang and JavaScript"},
     {<<"what it needs">>, Key(applications) -- [kernel, stdlib] =:= [crypto]},
     {<<"crypto runs">>, lists:keymember(crypto, 1, application:which_applications())},
     {<<"its names">>, Key(registered) =:= []},
     {<<"its modules">>, lists:sort(Key(modules)) =:= lists:sort(Modules ++ Natives)}].

exports() ->
    Shapes = contract@shapes:module_info(exports),
    Contract = contract:module_info(exports),
    [{<<"exported">>, lists:member({hidden, 1}, Shapes)},
     {<<"main">>, lists:member({main, 0}, Contract)},
     {<<"private functions">>, not lists:member({check, 2}, Contract)},
     {<<"private externals">>, not lists:member({make, 1}, Contract)},
     {<<"public externals">>, lists:member({reverse, 1}, contract@deep@er:module_info(exports))},
     {<<"private functions in constants">>,
      lists:member({private_but_in_a_constant, 1}, Shapes)}].

words() ->
    [{<<"module_info">>, contract@words:moduleInfo() =:= 14},
     {<<"receive">>, contract@words:'receive'(1) =:= 1},
     {<<"bnot">>, contract@words:'bnot'(2) =:= 2},
     {<<"end">>, contract@words:'end'(3) =:= 3},
     {<<"catch">>, contract@words:'catch'(4) =:= 4},
     {<<"maybe">>, contract@words:'maybe'(4) =:= 4},
     {<<"when">>, contract@words:'when'(4) =:= 4},
     {<<"self">>, contract@words:self(4) =:= 4},
     {<<"length">>, contract@words:length(4) =:= 4},
     {<<"class">>, contract@words:class(4) =:= 4}].

files() ->
    Ebin = filename:dirname(code:which(contract)),
    Include = filename:join(filename:dirname(Ebin), "include"),
    Has = fun(Name) -> filelib:is_file(filename:join(Include, Name)) end,
    [{<<"an application">>, filelib:is_file(filename:join(Ebin, "contract.app"))},
     {<<"a beam file">>, filelib:is_file(filename:join(Ebin, "contract@deep@er.beam"))},
     {<<"headers of labelled variants">>, Has("contract@shapes_Labelled.hrl")},
     {<<"no headers of others">>,
      not (Has("contract@shapes_Mixed.hrl") orelse Has("contract@shapes_Plain.hrl")
           orelse Has("contract@shapes_Point.hrl"))}].
