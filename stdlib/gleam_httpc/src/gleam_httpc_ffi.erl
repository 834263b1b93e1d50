-module(gleam_httpc_ffi).
-export([exchange/5]).

-define(METHODS, [get, head, options, trace, post, put, patch, delete]).

exchange(Method, Url, Headers, Body, {configuration, Verify, Redirect, Timeout}) ->
    {ok, _} = application:ensure_all_started(inets),
    {ok, _} = application:ensure_all_started(ssl),
    case {lists:member(Method, ?METHODS), lists:all(fun is_header/1, Headers)} of
        {false, _} ->
            failed(enotsup);
        {true, false} ->
            failed(einval);
        {true, true} ->
            Options = [
                {autoredirect, Redirect}, {timeout, Timeout}, {ssl, tls_options(Verify)}
            ],
            Request = request(escape(Url), Headers, Body),
            response(
                httpc:request(Method, Request, Options, [
                    {body_format, binary}, {socket_opts, [{ipfamily, inet6fb4}]}
                ])
            )
    end.

request(Url, Headers, none) ->
    {Url, charlists(Headers)};
request(Url, Headers, {some, {Type, Body}}) ->
    Others = lists:keydelete(<<"content-type">>, 1, Headers),
    {Url, charlists(Others), binary_to_list(Type), Body}.

charlists(Headers) ->
    [{binary_to_list(Name), binary_to_list(Value)} || {Name, Value} <- Headers].

%% Line breaks would end the header and begin what is not meant to be one.
is_header({Name, Value}) ->
    Name =/= <<>> andalso
        binary:match(Name, [<<"\r">>, <<"\n">>, <<0>>, <<" ">>, <<":">>]) =:= nomatch andalso
        binary:match(Value, [<<"\r">>, <<"\n">>, <<0>>]) =:= nomatch.

%% Bytes that cannot stand in a URL. Those of UTF-8 are as browsers have them.
escape(Url) ->
    lists:append([escape_byte(Byte) || <<Byte>> <= Url]).

escape_byte(Byte) when Byte =< 32; Byte >= 127 ->
    io_lib:format("%~2.16.0B", [Byte]);
escape_byte(Byte) ->
    [Byte].

%% What goes wrong is in the result; the logger need not have it as well.
tls_options(false) ->
    [{verify, verify_none}, {log_level, none}];
tls_options(true) ->
    [
        {verify, verify_peer},
        {log_level, none},
        {cacerts, authorities()},
        {customize_hostname_check, [
            {match_fun, public_key:pkix_verify_hostname_match_fun(https)}
        ]}
    ].

%% A system without certificates of authorities trusts nobody. An empty list is
%% no option for TLS, so there is one that no certificate is signed by.
authorities() ->
    try public_key:cacerts_get() of
        [] -> [<<>>];
        Certificates -> Certificates
    catch
        _:_ -> [<<>>]
    end.

response({ok, {{_Version, Status, _Reason}, Headers, Body}}) ->
    {ok, {Status, [{text(Name), text(Value)} || {Name, Value} <- Headers], Body}};
response({error, timeout}) ->
    {error, response_timeout};
response({error, {failed_connect, Tries}}) ->
    {inet6, _, Reason6} = lists:keyfind(inet6, 1, Tries),
    {inet, _, Reason4} = lists:keyfind(inet, 1, Tries),
    {error, {failed_to_connect, connect_error(Reason4), connect_error(Reason6)}};
response({error, socket_closed_remotely}) ->
    failed(econnreset);
response({error, invalid_uri}) ->
    failed(einval);
response({error, _}) ->
    failed(eproto).

failed(Code) ->
    Reason = connect_error(Code),
    {error, {failed_to_connect, Reason, Reason}}.

connect_error({tls_alert, {Code, Detail}}) ->
    {tls_alert, atom_to_binary(Code), unicode:characters_to_binary(Detail)};
connect_error(Code) when is_atom(Code) ->
    {posix, atom_to_binary(Code)};
connect_error(_) ->
    {posix, <<"einval">>}.

%% Headers are bytes, most often of UTF-8, in old times of Latin-1.
text(Bytes) ->
    case unicode:characters_to_binary(list_to_binary(Bytes)) of
        Text when is_binary(Text) -> Text;
        _ -> unicode:characters_to_binary(Bytes, latin1)
    end.
