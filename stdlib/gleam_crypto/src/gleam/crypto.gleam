//// Hashes, signatures and random bytes. The work is done by the platform: by
//// OTP's `crypto` application on Erlang, and by the `crypto` module of Node.js and
//// its like on JavaScript.
////
//// All bit arrays have to be whole bytes.

import gleam/bit_array
import gleam/result
import gleam/string

/// A way to compute a hash.
pub type HashAlgorithm {
  Sha224
  Sha256
  Sha384
  Sha512
  /// Not safe against those who look for two inputs with one hash. For use with
  /// what is there already.
  Md5
  /// Not safe against those who look for two inputs with one hash. For use with
  /// what is there already.
  Sha1
}

/// A hash that is being computed from chunks of the input.
pub type Hasher

/// Random bytes that nobody can guess.
///
/// ```gleam
/// assert bit_array.byte_size(crypto.strong_random_bytes(16)) == 16
/// ```
@external(erlang, "crypto", "strong_rand_bytes")
@external(javascript, "../gleam_crypto_ffi.mjs", "strong_random_bytes")
pub fn strong_random_bytes(length: Int) -> BitArray

/// The hash of the input.
///
/// ```gleam
/// let hash = crypto.hash(crypto.Sha256, <<"hello":utf8>>)
/// assert string.starts_with(bit_array.base16_encode(hash), "2CF24DBA")
/// ```
@external(erlang, "gleam_crypto_ffi", "hash")
@external(javascript, "../gleam_crypto_ffi.mjs", "hash")
pub fn hash(algorithm: HashAlgorithm, input: BitArray) -> BitArray

/// Starts a hash whose input comes in chunks.
///
/// ```gleam
/// let hash =
///   crypto.new_hasher(crypto.Sha256)
///   |> crypto.hash_chunk(<<"hel":utf8>>)
///   |> crypto.hash_chunk(<<"lo":utf8>>)
///   |> crypto.digest
/// assert hash == crypto.hash(crypto.Sha256, <<"hello":utf8>>)
/// ```
@external(erlang, "gleam_crypto_ffi", "new_hasher")
@external(javascript, "../gleam_crypto_ffi.mjs", "new_hasher")
pub fn new_hasher(algorithm: HashAlgorithm) -> Hasher

/// Adds the next chunk of the input. The hasher that was given stays as it was.
///
/// ```gleam
/// let start = crypto.new_hasher(crypto.Sha256)
/// let a = crypto.hash_chunk(start, <<"a":utf8>>)
/// let b = crypto.hash_chunk(start, <<"b":utf8>>)
/// assert crypto.digest(a) != crypto.digest(b)
/// ```
@external(erlang, "crypto", "hash_update")
@external(javascript, "../gleam_crypto_ffi.mjs", "hash_chunk")
pub fn hash_chunk(hasher: Hasher, chunk: BitArray) -> Hasher

/// The hash of all chunks.
///
/// ```gleam
/// assert crypto.digest(crypto.new_hasher(crypto.Sha1))
///   == crypto.hash(crypto.Sha1, <<>>)
/// ```
@external(erlang, "crypto", "hash_final")
@external(javascript, "../gleam_crypto_ffi.mjs", "digest")
pub fn digest(hasher: Hasher) -> BitArray

/// The hash of data together with a key, by which those who have the key can
/// tell that the data was not changed by anybody who has not.
///
/// ```gleam
/// let code = crypto.hmac(<<"hello":utf8>>, crypto.Sha256, <<"key":utf8>>)
/// assert bit_array.byte_size(code) == 32
/// assert code != crypto.hmac(<<"hello":utf8>>, crypto.Sha256, <<"other":utf8>>)
/// ```
@external(erlang, "gleam_crypto_ffi", "hmac")
@external(javascript, "../gleam_crypto_ffi.mjs", "hmac")
pub fn hmac(data: BitArray, algorithm: HashAlgorithm, key: BitArray) -> BitArray

/// Whether two bit arrays are equal. How long this takes does not depend on
/// where they differ, which tells nothing to those who measure the time.
///
/// ```gleam
/// assert crypto.secure_compare(<<1, 2>>, <<1, 2>>)
/// assert !crypto.secure_compare(<<1, 2>>, <<1, 3>>)
/// ```
@external(erlang, "gleam_crypto_ffi", "secure_compare")
@external(javascript, "../gleam_crypto_ffi.mjs", "secure_compare")
pub fn secure_compare(left: BitArray, right: BitArray) -> Bool

/// Puts a message, which everybody can read, and its signature into one string
/// that is safe in URLs. Only those who have the secret can make it.
///
/// The form is that of a JSON Web Signature, whose header is the name of the
/// algorithm alone.
///
/// ```gleam
/// let secret = <<"secret":utf8>>
/// let signed = crypto.sign_message(<<"user 42":utf8>>, secret, crypto.Sha256)
/// assert crypto.verify_signed_message(signed, secret) == Ok(<<"user 42":utf8>>)
/// ```
pub fn sign_message(
  message: BitArray,
  secret: BitArray,
  digest_type: HashAlgorithm,
) -> String {
  let header = encode(<<algorithm_name(digest_type):utf8>>)
  let signed = header <> "." <> encode(message)
  signed <> "." <> encode(hmac(<<signed:utf8>>, digest_type, secret))
}

/// The message in what `sign_message` gave. It is an error when the string is
/// not such, and when the signature was made with another secret.
///
/// ```gleam
/// let signed = crypto.sign_message(<<"hi":utf8>>, <<"one":utf8>>, crypto.Sha256)
/// assert crypto.verify_signed_message(signed, <<"one":utf8>>) == Ok(<<"hi":utf8>>)
/// assert crypto.verify_signed_message(signed, <<"two":utf8>>) == Error(Nil)
/// assert crypto.verify_signed_message("nonsense", <<"one":utf8>>) == Error(Nil)
/// ```
pub fn verify_signed_message(
  message: String,
  secret: BitArray,
) -> Result(BitArray, Nil) {
  case string.split(message, on: ".") {
    [header, payload, signature] -> {
      use name <- result.try(bit_array.base64_url_decode(header))
      use algorithm <- result.try(algorithm_from_name(name))
      use message <- result.try(bit_array.base64_url_decode(payload))
      use signature <- result.try(bit_array.base64_url_decode(signature))
      let expected =
        hmac(<<header:utf8, ".":utf8, payload:utf8>>, algorithm, secret)
      case secure_compare(signature, expected) {
        True -> Ok(message)
        False -> Error(Nil)
      }
    }
    _ -> Error(Nil)
  }
}

fn encode(bits: BitArray) -> String {
  bit_array.base64_url_encode(bits, False)
}

fn algorithm_name(algorithm: HashAlgorithm) -> String {
  case algorithm {
    Sha224 -> "HS224"
    Sha256 -> "HS256"
    Sha384 -> "HS384"
    Sha512 -> "HS512"
    Sha1 -> "HS1"
    Md5 -> "HMD5"
  }
}

fn algorithm_from_name(name: BitArray) -> Result(HashAlgorithm, Nil) {
  case name {
    <<"HS224":utf8>> -> Ok(Sha224)
    <<"HS256":utf8>> -> Ok(Sha256)
    <<"HS384":utf8>> -> Ok(Sha384)
    <<"HS512":utf8>> -> Ok(Sha512)
    <<"HS1":utf8>> -> Ok(Sha1)
    <<"HMD5":utf8>> -> Ok(Md5)
    _ -> Error(Nil)
  }
}
