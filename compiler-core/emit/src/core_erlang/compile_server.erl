%% Compiles modules for another program, in one Erlang node that stays.
%%
%% A cold Erlang node needs most of a second before its first .beam file; a warm one some
%% milliseconds a module. So the other program starts one node and sends it all its modules. It
%% listens on a loopback port and tells us the port and a secret word by environment variables; we
%% connect and send the word first, so that it knows us. (Standard input and output would do
%% without, but belong to the node's own input and output servers.)
%%
%% A message is four bytes of length, big endian, then that many bytes.
%%
%%   request   Id:32  Kind:8  { Length:32  Bytes }*
%%   reply     Id:32  Status:8  Text
%%
%% Requests are worked on side by side; each gets one reply, in any order. Status is 1 if something
%% is wrong, and Text says what: lines of the form `file:line:column: text`. It is 2 if a .beam file
%% was written: Text is then a line `Microseconds Tab Temporary Tab File', and warnings. The other
%% side gives the temporary file its name, so that a node that outlives it changes nothing.
%% Otherwise it is 0.
%%
%%   Kind 0   a module in Core Erlang: Directory, Options, Term, Forms, Docs
%%   Kind 1   the same, to which the definitions of `echo' are added
%%   Kind 2   an Erlang file: Directory, Options, Path, Name, Include*
%%   Kind 3   Erlang text of the definitions of `echo': Text
%%   Kind 4   what modules export: Module*; answered by a line `Module Tab Name Tab Arity' for each
%%            function of those modules that there are
%%
%% Directory is where the .beam file goes, Options are words with spaces between them, Term is the
%% external term format of a c_module record, Forms that of the same module in abstract code, for
%% tools, Docs what the chunk of documentation holds; Forms and Docs may be empty. Name is the file
%% name to show for Path, Include are directories for header files.
%%
%% The node ends when the connection does.
-module(tindra_compile_server).
-export([start/0]).

%% The node is of no use without the server.
start() ->
    try
        serve()
    catch
        Class:Reason:Stack ->
            io:format(standard_error, "~tp~n", [{Class, Reason, Stack}]),
            halt(1)
    end.

serve() ->
    Port = list_to_integer(os:getenv("TINDRA_COMPILE_PORT")),
    Word = os:getenv("TINDRA_COMPILE_WORD"),
    {ok, Socket} = gen_tcp:connect({127, 0, 0, 1}, Port,
                                   [binary, {packet, 4}, {active, once}, {nodelay, true}]),
    ok = gen_tcp:send(Socket, [Word, $\s, erlang:system_info(otp_release)]),
    serve(Socket, queue:new(), #{}).

%% Waiting requests, and the ids of those that are worked on.
serve(Socket, Waiting, Busy) ->
    receive
        %% Others need the definitions: nothing is compiled before they are there.
        {tcp, Socket, <<Id:32, 3, Fields/binary>>} ->
            inet:setopts(Socket, [{active, once}]),
            reply(Socket, Id, compile(3, fields(Fields))),
            serve(Socket, Waiting, Busy);
        {tcp, Socket, <<Id:32, Kind, Fields/binary>>} ->
            inet:setopts(Socket, [{active, once}]),
            Request = {Id, Kind, fields(Fields)},
            next(Socket, queue:in(Request, Waiting), Busy);
        {'DOWN', Monitor, process, _, Reason} ->
            {Id, StillBusy} = maps:take(Monitor, Busy),
            case Reason of
                normal -> ok;
                _ -> reply(Socket, Id, {error, io_lib:format("the Erlang compiler failed: ~tp", [Reason])})
            end,
            next(Socket, Waiting, StillBusy);
        {tcp_closed, Socket} ->
            halt(0);
        {tcp_error, Socket, _} ->
            halt(1);
        _ ->
            serve(Socket, Waiting, Busy)
    end.

next(Socket, Waiting, Busy) ->
    case map_size(Busy) < erlang:system_info(schedulers_online) andalso queue:out(Waiting) of
        {{value, Request}, Rest} ->
            {_, Monitor} = spawn_opt(fun() -> work(Socket, Request) end,
                                     [monitor, {min_heap_size, 400000}]),
            next(Socket, Rest, Busy#{Monitor => element(1, Request)});
        _ ->
            serve(Socket, Waiting, Busy)
    end.

work(Socket, {Id, Kind, Fields}) ->
    {Time, Result} = timer:tc(fun() -> compile(Kind, Fields) end),
    case Result of
        {made, Temporary, File, Text} ->
            Head = [integer_to_list(Time), $\t, Temporary, $\t, File, $\n],
            reply(Socket, Id, {made, [Head, Text]});
        _ ->
            reply(Socket, Id, Result)
    end.

reply(Socket, Id, {Status, Text}) ->
    Code = case Status of ok -> 0; error -> 1; made -> 2 end,
    Bytes = case unicode:characters_to_binary(Text) of
        Binary when is_binary(Binary) -> Binary;
        {_, Valid, _} -> Valid
    end,
    gen_tcp:send(Socket, [<<Id:32, Code>>, Bytes]).

fields(<<Length:32, Field:Length/binary, Rest/binary>>) -> [Field | fields(Rest)];
fields(<<>>) -> [].

compile(0, [Directory, Options, Term, Forms, Docs]) ->
    core(Directory, Options, binary_to_term(Term), {abstract(Forms, []), Docs});
compile(1, [Directory, Options, Term, Forms, Docs]) ->
    Echo = echo_forms(),
    Module = binary_to_term(Term),
    Definitions = element(6, Module) ++ echo_definitions(Echo),
    core(Directory, Options, setelement(6, Module, Definitions), {abstract(Forms, Echo), Docs});
compile(2, [Directory, Options, Path, Name | Includes]) ->
    file(Directory, options(Options), text(Path), text(Name), [text(Dir) || Dir <- Includes]);
compile(3, [Text]) ->
    persistent_term:put(?MODULE, Text),
    {ok, <<>>};
compile(4, Modules) ->
    {ok, [exports(text(Module)) || Module <- Modules]}.

%% A name that is no atom yet may still be that of a module.
exports(Name) when length(Name) > 255 -> [];
exports(Name) ->
    Module = list_to_atom(Name),
    Functions = case code:which(Module) of
        File when is_list(File), File =/= [] ->
            case beam_lib:chunks(File, [exports]) of
                {ok, {Module, [{exports, Found}]}} -> Found;
                _ -> []
            end;
        preloaded -> Module:module_info(exports);
        _ -> []
    end,
    [io_lib:format("~ts\t~ts\t~b\n", [Name, Function, Arity]) || {Function, Arity} <- Functions].

%% Warnings about Core Erlang are about what the types of the source rule out: nobody's concern.
core(Directory, Options, Module, Debug) ->
    Fixed = [from_core, binary, return_errors, deterministic, no_spawn_compiler_process],
    All = Fixed ++ debug(Debug) ++ options(Options),
    finish(Directory, sound(Module, All, [no_ssa_opt_bsm_shortcut, no_ssa_opt])).

%% A pass that fails on a right module is left out: OTP 25 cannot skip a part of a binary on which
%% nothing depends (beam_ssa_codegen).
sound(Module, Options, Passes) ->
    Result = compile:noenv_forms(Module, Options),
    case {Result, Passes} of
        {{error, [{_, [Problem | _]} | _], _}, [Pass | Rest]} ->
            case is_crash(Problem) of
                true -> sound(Module, [Pass | Options], Rest);
                false -> Result
            end;
        _ -> Result
    end.

is_crash({none, compile, {crash, _, _, _}}) -> true;
is_crash({compile, {crash, _, _, _}}) -> true;
is_crash(_) -> false.

%% What tools find in the .beam file.
debug({Forms, Docs}) ->
    [{debug_info, {erl_abstract_code, {Forms, []}}} || Forms =/= none] ++
        [{extra_chunks, [{<<"Docs">>, compressed(Docs)}]} || Docs =/= <<>>].

compressed(Term) -> term_to_binary(binary_to_term(Term), [compressed]).

abstract(<<>>, _) -> none;
abstract(Forms, More) ->
    [End | Definitions] = lists:reverse(binary_to_term(Forms)),
    lists:reverse(Definitions, More ++ [End]).

%% Cover leaves out what is in another file, Dialyzer what nobody wrote.
echo_forms() ->
    {ok, Tokens, _} = erl_scan:string(text(persistent_term:get(?MODULE, <<>>))),
    Generated = fun(Place) -> erl_anno:set_generated(true, Place) end,
    Forms = [erl_parse:map_anno(Generated, Form) || Form <- parse(Tokens)],
    [{attribute, 1, file, {"echo.erl", 1}} | Forms].

parse([]) -> [];
parse(Tokens) ->
    {Form, [Dot | Rest]} = lists:splitwith(fun(Token) -> element(1, Token) =/= dot end, Tokens),
    {ok, Parsed} = erl_parse:parse_form(Form ++ [Dot]),
    [Parsed | parse(Rest)].

%% `module_info' comes with every module.
echo_definitions(Forms) ->
    Head = [{attribute, 1, module, echo}, {attribute, 1, export, [{'echo@', 3}]}],
    {ok, echo, Core} = compile:noenv_forms(Head ++ Forms, [to_core, binary]),
    [Definition || {Name, _} = Definition <- element(6, Core),
                   element(1, element(3, Name)) =/= module_info].

%% The forms are read first: compile:file/2 would call the file by its path.
file(Directory, Options, Path, Name, Includes) ->
    Reading = [{includes, [filename:dirname(Path) | Includes]},
               {source_name, Name}, {location, {1, 1}}, {default_encoding, utf8}],
    case epp:parse_file(Path, Reading) of
        {ok, Forms} ->
            Fixed = [binary, return, debug_info, {source, Name}, no_spawn_compiler_process],
            finish(Directory, compile:noenv_forms(Forms, Fixed ++ Options));
        {error, Reason} ->
            {error, [Name, ": ", file:format_error(Reason), $\n]}
    end.

%% Options that this version does not know are left out.
options(Options) ->
    Words = string:lexemes(text(Options), " "),
    Release = list_to_integer(erlang:system_info(otp_release)),
    lists:append([option(Word, Release) || Word <- Words]).

option("no_ssa_opt_alias", Release) when Release < 27 -> [];
option("no_type_opt_before_26", Release) when Release < 26 -> [no_type_opt];
option("no_type_opt_before_26", _) -> [];
option(Word, _) -> [list_to_atom(Word)].

finish(Directory, {ok, Module, Beam}) ->
    finish(Directory, {ok, Module, Beam, []});
finish(Directory, {ok, Module, Beam, Warnings}) ->
    File = filename:join(text(Directory), atom_to_list(Module) ++ ".beam"),
    Temporary = File ++ "." ++ os:getpid() ++ ".tmp",
    case file:write_file(Temporary, Beam, [raw]) of
        ok -> {made, Temporary, File, messages(Warnings)};
        {error, Reason} -> {error, [File, ": ", file:format_error(Reason)]}
    end;
finish(_, {error, Errors, Warnings}) ->
    {error, [messages(Errors), messages(Warnings)]};
finish(_, error) ->
    {error, "the Erlang compiler failed without saying why"}.

messages(Files) ->
    [message(File, Problem) || {File, Problems} <- Files, Problem <- Problems].

message(File, {Where, Module, Description}) ->
    Place = case Where of
        {Line, Column} -> io_lib:format("~ts:~b:~b: ", [File, Line, Column]);
        Line when is_integer(Line) -> io_lib:format("~ts:~b: ", [File, Line]);
        none -> [File, ": "]
    end,
    [Place, Module:format_error(Description), $\n];
message(File, {Module, Description}) ->
    message(File, {none, Module, Description}).

text(Bytes) -> unicode:characters_to_list(Bytes).
