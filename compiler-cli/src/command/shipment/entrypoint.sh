#!/bin/sh
# Runs PACKAGE_NAME, or an Erlang shell that has it loaded.
set -eu

here=$(dirname "$0")

usage() {
  cat >&2 <<END
usage:
  entrypoint.sh COMMAND

commands:
  run    Run the project's main function; arguments are passed on
  shell  Start an Erlang shell
END
  exit 1
}

case "${1-}" in
  run)
    shift
    exec erl -pa "$here"/*/ebin -eval "'PACKAGE_NAME@@main':run('PACKAGE_NAME')" -noshell -extra "$@"
    ;;
  shell)
    exec erl -pa "$here"/*/ebin
    ;;
  *)
    usage
    ;;
esac
