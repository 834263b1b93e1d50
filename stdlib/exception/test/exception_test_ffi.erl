-module(exception_test_ffi).

-export([new_cell/0, mark/1, is_marked/1]).

new_cell() -> make_ref().

mark(Cell) ->
    put(Cell, true),
    nil.

is_marked(Cell) -> get(Cell) =:= true.
