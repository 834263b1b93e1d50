//! Core Erlang.
