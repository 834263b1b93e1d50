-module(gleam_httpc_test_ffi).
-export([start/0, start_tls/0, start_at/1, unused_port/0]).

%% A server on the loopback interface that ends with the program. What it answers
%% depends on the path.
start() ->
    start_at({127, 0, 0, 1}).

start_at(Address) ->
    Family = case tuple_size(Address) of 4 -> inet; 8 -> inet6 end,
    listen(fun() ->
        {ok, Listener} = gen_tcp:listen(0, [Family, {ip, Address} | options()]),
        {ok, Port} = inet:port(Listener),
        {Port, fun() -> accept(Listener) end}
    end).

accept(Listener) ->
    {ok, Socket} = gen_tcp:accept(Listener),
    spawn(fun() -> accept(Listener) end),
    serve(gen_tcp, Socket).

%% As `start`, with a certificate that nobody trusts.
start_tls() ->
    {ok, _} = application:ensure_all_started(ssl),
    listen(fun() ->
        Key = [{key, {rsa, 2048, 65537}}, {digest, sha256}],
        Chain = #{root => Key, intermediates => [], peer => Key},
        #{server_config := Certificate} = public_key:pkix_test_data(#{
            server_chain => Chain, client_chain => Chain
        }),
        Options = [inet, {ip, {127, 0, 0, 1}}, {log_level, none} | options()],
        {ok, Listener} = ssl:listen(0, Certificate ++ Options),
        {ok, {_, Port}} = ssl:sockname(Listener),
        {Port, fun() -> accept_tls(Listener) end}
    end).

accept_tls(Listener) ->
    {ok, Transport} = ssl:transport_accept(Listener),
    spawn(fun() -> accept_tls(Listener) end),
    case ssl:handshake(Transport) of
        {ok, Socket} -> serve(ssl, Socket);
        {error, _} -> ok
    end.

options() ->
    [binary, {active, false}, {reuseaddr, true}].

listen(Start) ->
    Parent = self(),
    spawn(fun() ->
        {Port, Accept} = Start(),
        Parent ! {port, Port},
        spawn(Accept),
        receive stop -> ok end
    end),
    receive {port, Port} -> Port end.

%% A port that nobody listens at.
unused_port() ->
    {ok, Listener} = gen_tcp:listen(0, [{ip, {127, 0, 0, 1}}]),
    {ok, Port} = inet:port(Listener),
    ok = gen_tcp:close(Listener),
    Port.

serve(Transport, Socket) ->
    case receive_request(Transport, Socket, <<>>) of
        none ->
            ok;
        Request ->
            [Line | _] = binary:split(Request, <<"\r\n">>),
            [_Method, Path, _Version] = binary:split(Line, <<" ">>, [global]),
            case answer(Path, Request) of
                silence -> timer:sleep(5000);
                Answer -> Transport:send(Socket, Answer)
            end
    end,
    Transport:close(Socket).

receive_request(Transport, Socket, Before) ->
    case Transport:recv(Socket, 0) of
        {error, _} ->
            none;
        {ok, More} ->
            Bytes = <<Before/binary, More/binary>>,
            case is_complete(Bytes) of
                true -> Bytes;
                false -> receive_request(Transport, Socket, Bytes)
            end
    end.

is_complete(Bytes) ->
    case binary:split(Bytes, <<"\r\n\r\n">>) of
        [Head, Body] -> byte_size(Body) >= content_length(Head);
        [_] -> false
    end.

content_length(Head) ->
    Options = [caseless, {capture, all_but_first, binary}],
    case re:run(Head, "\r\ncontent-length: *([0-9]+)", Options) of
        {match, [Length]} -> binary_to_integer(Length);
        nomatch -> 0
    end.

answer(<<"/slow">>, _) ->
    silence;
answer(<<"/close">>, _) ->
    <<>>;
answer(<<"/garbage">>, _) ->
    <<"This is no HTTP\r\n\r\n">>;
answer(<<"/bytes">>, _) ->
    response(<<"200 OK">>, <<>>, <<255, 0, 254>>);
answer(<<"/large">>, _) ->
    response(<<"200 OK">>, <<>>, binary:copy(<<"x">>, 3000000));
answer(<<"/headers">>, _) ->
    response(<<"404 Not Found">>, <<"X-Utf: é\r\nX-Latin: "/utf8, 233, "\r\nX-Utf: 2\r\n">>, <<>>);
answer(<<"/redirect">>, _) ->
    response(<<"302 Found">>, <<"Location: /echo\r\n">>, <<>>);
answer(<<"/chunks">>, _) ->
    [<<"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n">>,
     <<"4\r\nab\r\n\r\n3\r\ncde\r\n0\r\n\r\n">>];
answer(_, Request) ->
    response(<<"200 OK">>, <<>>, Request).

response(Status, Headers, Body) ->
    Length = integer_to_binary(byte_size(Body)),
    [<<"HTTP/1.1 ">>, Status, <<"\r\nContent-Length: ">>, Length, <<"\r\n">>, Headers, <<"\r\n">>, Body].
