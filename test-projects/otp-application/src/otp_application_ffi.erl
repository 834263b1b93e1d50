-module(otp_application_ffi).

-export([name/0, start_argument/0, stop/0, restart/0, is_running/0]).

name() -> otp_application_greeter.

start_argument() ->
    {ok, Start} = application:get_key(otp_application, mod),
    Start.

%% What OTP logs of an application that stops would be among the output.
stop() ->
    ok = logger:set_primary_config(level, none),
    ok = application:stop(otp_application),
    nil.

restart() ->
    {ok, [otp_application]} = application:ensure_all_started(otp_application),
    nil.

is_running() ->
    lists:keymember(otp_application, 1, application:which_applications()).
