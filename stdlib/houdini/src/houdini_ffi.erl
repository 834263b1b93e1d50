-module(houdini_ffi).

-export([escape/1]).

%% Most text has nothing to escape and is given back as it is, without a copy.
%% Of the rest, the stretches between escapes are copied as a whole.
escape(Text) ->
    case clean_bytes(Text, 0) of
        Size when Size =:= byte_size(Text) -> Text;
        Size -> iolist_to_binary(pieces(Text, Size))
    end.

%% How many bytes from here on need no escape.
clean_bytes(<<$&, _/binary>>, Size) -> Size;
clean_bytes(<<$<, _/binary>>, Size) -> Size;
clean_bytes(<<$>, _/binary>>, Size) -> Size;
clean_bytes(<<$", _/binary>>, Size) -> Size;
clean_bytes(<<$', _/binary>>, Size) -> Size;
clean_bytes(<<_, Rest/binary>>, Size) -> clean_bytes(Rest, Size + 1);
clean_bytes(<<>>, Size) -> Size.

pieces(Text, Size) ->
    case Text of
        <<Clean:Size/binary>> ->
            [Clean];
        <<Clean:Size/binary, Special, Rest/binary>> ->
            [Clean, entity(Special) | pieces(Rest, clean_bytes(Rest, 0))]
    end.

entity($&) -> <<"&amp;">>;
entity($<) -> <<"&lt;">>;
entity($>) -> <<"&gt;">>;
entity($") -> <<"&quot;">>;
entity($') -> <<"&#39;">>.
