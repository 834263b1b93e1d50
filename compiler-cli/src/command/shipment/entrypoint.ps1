# Runs PACKAGE_NAME, or an Erlang shell that has it loaded.
$ErrorActionPreference = "Stop"

$CodePath = Join-Path -Path $PSScriptRoot -ChildPath "*\ebin" -Resolve
$Command, $Rest = $args

switch ($Command) {
  "run" {
    erl -pa $CodePath -eval "'PACKAGE_NAME@@main':run('PACKAGE_NAME')" -noshell -extra $Rest
    exit $LASTEXITCODE
  }
  "shell" {
    erl -pa $CodePath
    exit $LASTEXITCODE
  }
  default {
    Write-Host "usage:"
    Write-Host "  entrypoint.ps1 COMMAND"
    Write-Host ""
    Write-Host "commands:"
    Write-Host "  run    Run the project's main function; arguments are passed on"
    Write-Host "  shell  Start an Erlang shell"
    exit 1
  }
}
