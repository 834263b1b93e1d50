-module(logging_ffi).

-export([configure/0, log/2, set_level/1]).

%% Called by OTP's logger.
-export([format/2]).

configure() ->
    set_level(info),
    _ = logger:update_handler_config(default, formatter, {?MODULE, #{}}),
    %% What supervisors tell of each start is of no use to most.
    _ = logger:add_primary_filter(?MODULE, {fun logger_filters:progress/2, stop}),
    nil.

set_level(Level) ->
    ok = logger:set_primary_config(level, Level),
    nil.

log(Level, Message) ->
    logger:log(Level, "~ts", [Message]),
    nil.

format(#{level := Level, msg := Message, meta := Meta}, _Config) ->
    [label(Level), $\s, text(Message, Meta), $\n].

text({string, Text}, _Meta) ->
    Text;
text({report, Report}, #{report_cb := Format}) when is_function(Format, 1) ->
    text(Format(Report), #{});
text({report, Report}, #{report_cb := Format}) when is_function(Format, 2) ->
    Format(Report, #{depth => unlimited, chars_limit => unlimited, single_line => false});
text({report, Report}, _Meta) ->
    text(logger:format_report(Report), #{});
text({Format, Arguments}, _Meta) ->
    io_lib:format(Format, Arguments).

label(emergency) -> "\e[1;41mEMRG\e[0m";
label(alert) -> "\e[1;41mALRT\e[0m";
label(critical) -> "\e[1;41mCRIT\e[0m";
label(error) -> "\e[1;31mEROR\e[0m";
label(warning) -> "\e[1;33mWARN\e[0m";
label(notice) -> "\e[1;32mNTCE\e[0m";
label(info) -> "\e[1;34mINFO\e[0m";
label(debug) -> "\e[1;36mDEBG\e[0m".
