-module(tindra_logger_ffi).

-export([
    log/3, log_lazy/2, report/3, set_process_fields/1, process_fields/0, with_fields/2,
    level/0, allows/1, add/2, remove/1, handlers/0, quote/1
]).

%% Called by OTP's logger.
-export([log/2, format/2]).

%% As tindra/logger describes a handler.
-record(handler, {place, level, filters, format}).

%% All fields are one entry of the metadata, so that no atoms are made of their
%% names.
-define(FIELDS, tindra_fields).

%% Messages

log(Level, Message, Fields) ->
    logger:log(Level, "~ts", [Message], #{?FIELDS => merge(process_fields(), Fields)}),
    nil.

log_lazy(Level, Message) ->
    case allows(Level) of
        true ->
            {Text, Fields} = Message(),
            log(Level, Text, Fields);
        false ->
            nil
    end.

report(Level, Value, Show) ->
    Callback = fun(#{value := Reported}) -> {"~ts", [Show(Reported)]} end,
    logger:log(Level, #{value => Value}, #{report_cb => Callback}),
    nil.

%% By name, each once: the later counts.
merge(Fields, More) ->
    Named = maps:from_list([{Name, Field} || {field, Name, _} = Field <- Fields ++ More]),
    [Field || {_, Field} <- lists:sort(maps:to_list(Named))].

set_process_fields(Fields) ->
    logger:update_process_metadata(#{?FIELDS => merge([], Fields)}),
    nil.

process_fields() ->
    case logger:get_process_metadata() of
        #{?FIELDS := Fields} -> Fields;
        _ -> []
    end.

with_fields(Fields, Run) ->
    Before = process_fields(),
    set_process_fields(Before ++ Fields),
    try Run()
    after set_process_fields(Before)
    end.

%% Levels

level() ->
    case maps:get(level, logger:get_primary_config()) of
        all -> debug;
        none -> emergency;
        Level -> Level
    end.

allows(Level) -> logger:allow(Level, ?MODULE).

%% Handlers

add(#handler{place = Place, level = Level, filters = Filters, format = Format}, Name) ->
    Filter = fun(Event, Kept) ->
        Record = to_record(Event),
        case lists:all(fun(Keeps) -> Keeps(Record) end, Kept) of
            true -> Event;
            false -> stop
        end
    end,
    {Module, Config} = place(Place),
    Options = #{
        level => Level,
        filters => [{?MODULE, {Filter, lists:reverse(Filters)}} || Filters =/= []],
        filter_default => log,
        formatter => {?MODULE, #{format => Format}},
        config => Config
    },
    case logger:add_handler(binary_to_atom(Name), Module, Options) of
        ok -> {ok, nil};
        {error, {already_exist, _}} -> {error, already_added};
        {error, Reason} -> {error, add_error(Place, Reason)}
    end.

place({function, Run}) -> {?MODULE, #{run => Run}};
place({file, Path}) -> {logger_std_h, #{file => unicode:characters_to_list(Path), modes => [append, raw]}};
place(output) -> {logger_std_h, #{type => standard_io}};
place(error_output) -> {logger_std_h, #{type => standard_error}}.

add_error({file, Path}, {handler_not_added, {open_failed, _, _}}) -> {no_file, Path};
add_error(_, Reason) -> {cannot_add, unicode:characters_to_binary(io_lib:format("~0tp", [Reason]))}.

remove(Name) ->
    try logger:remove_handler(binary_to_existing_atom(Name)) of
        ok -> {ok, nil};
        {error, _} -> {error, nil}
    catch error:badarg -> {error, nil}
    end.

handlers() -> lists:sort([atom_to_binary(Id) || Id <- logger:get_handler_ids()]).

log(Event, #{config := #{run := Run}}) ->
    Run(to_record(Event)).

format(Event, #{format := Format}) -> Format(to_record(Event)).

%% Events of logger as the type Record.
to_record(#{level := Level, msg := Message, meta := Meta}) ->
    Microseconds = maps:get(time, Meta),
    Seconds = floor_div(Microseconds, 1000000),
    Time = {timestamp, Seconds, (Microseconds - Seconds * 1000000) * 1000},
    Text = unicode:characters_to_binary(text(Message, Meta)),
    {record, Level, Time, Text, maps:get(?FIELDS, Meta, [])}.

floor_div(A, B) when A >= 0 -> A div B;
floor_div(A, B) -> -((B - 1 - A) div B).

text({string, Text}, _Meta) ->
    Text;
text({report, Report}, #{report_cb := Format}) when is_function(Format, 1) ->
    text(Format(Report), #{});
text({report, Report}, #{report_cb := Format}) when is_function(Format, 2) ->
    Format(Report, #{depth => unlimited, chars_limit => unlimited, single_line => true});
text({report, Report}, _Meta) ->
    text(logger:format_report(Report), #{});
text({Format, Arguments}, _Meta) ->
    io_lib:format(Format, Arguments).

%% A string of JSON.
quote(Text) -> <<$", (<< <<(escape(Letter))/binary>> || <<Letter/utf8>> <= Text >>)/binary, $">>.

escape($") -> <<"\\\"">>;
escape($\\) -> <<"\\\\">>;
escape($\n) -> <<"\\n">>;
escape($\r) -> <<"\\r">>;
escape($\t) -> <<"\\t">>;
escape(Letter) when Letter < 32; Letter =:= 127 -> iolist_to_binary(io_lib:format("\\u~4.16.0b", [Letter]));
escape(Letter) -> <<Letter/utf8>>.
