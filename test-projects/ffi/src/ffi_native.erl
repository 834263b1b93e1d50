-module(ffi_native).
-export([square/1, origin/0, area/1, parse/1, swap/1, apply_twice/2, nothing/0, greet/1]).

%% Constructors whose fields have labels are records.
-include("shapes@native_Rectangle.hrl").
-include("shapes@native_Circle.hrl").

square(Size) -> #rectangle{width = Size, height = Size}.

origin() -> point.

area(#rectangle{width = Width, height = Height}) -> Width * Height;
area(#circle{radius = Radius}) -> 3 * Radius * Radius;
area(point) -> 0.

parse(Text) ->
    try {ok, binary_to_integer(Text)} catch error:badarg -> {error, nil} end.

swap({A, B}) -> {B, A}.

apply_twice(Value, Function) -> Function(Function(Value)).

nothing() -> nil.

greet(Name) -> <<"hello, ", Name/binary>>.
