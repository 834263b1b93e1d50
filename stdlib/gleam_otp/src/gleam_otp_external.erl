%% Functions that other packages call by this name of old.
-module(gleam_otp_external).

-export([convert_erlang_start_error/1, make_timeout/1]).

convert_erlang_start_error(Reason) -> gleam_otp_ffi:start_error(Reason).

%% Negative numbers are for those who wait as long as it takes.
make_timeout(Milliseconds) when Milliseconds < 0 -> infinity;
make_timeout(Milliseconds) -> Milliseconds.
