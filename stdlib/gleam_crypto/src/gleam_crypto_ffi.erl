-module(gleam_crypto_ffi).

-export([hash/2, new_hasher/1, hmac/3, secure_compare/2]).

hash(Algorithm, Input) ->
    crypto:hash(name(Algorithm), Input).

new_hasher(Algorithm) ->
    crypto:hash_init(name(Algorithm)).

hmac(Data, Algorithm, Key) ->
    crypto:mac(hmac, name(Algorithm), Key, Data).

secure_compare(Left, Right) ->
    byte_size(Left) =:= byte_size(Right) andalso crypto:hash_equals(Left, Right).

name(sha1) -> sha;
name(Algorithm) -> Algorithm.
