import gleam/bit_array
import gleam/crypto.{Md5, Sha1, Sha224, Sha256, Sha384, Sha512}
import gleam/list
import gleam/string
import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

const algorithms = [Sha224, Sha256, Sha384, Sha512, Md5, Sha1]

fn hex(bits: BitArray) -> String {
  string.lowercase(bit_array.base16_encode(bits))
}

/// The hashes of "abc" that the standards give.
pub fn hash_test() {
  use #(algorithm, expected) <- list.each([
    #(Md5, "900150983cd24fb0d6963f7d28e17f72"),
    #(Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    #(Sha224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
    #(
      Sha256,
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ),
    #(
      Sha384,
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        <> "8086072ba1e7cc2358baeca134c825a7",
    ),
    #(
      Sha512,
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        <> "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    ),
  ])
  assert hex(crypto.hash(algorithm, <<"abc":utf8>>)) == expected
}

pub fn hasher_test() {
  use algorithm <- list.each(algorithms)
  let start = crypto.new_hasher(algorithm) |> crypto.hash_chunk(<<"a":utf8>>)
  let abc = crypto.hash_chunk(start, <<"bc":utf8>>)
  // The chunk is not in the hasher from before.
  let ad = crypto.hash_chunk(start, <<"d":utf8>>)
  assert crypto.digest(abc) == crypto.hash(algorithm, <<"abc":utf8>>)
  assert crypto.digest(abc) == crypto.hash(algorithm, <<"abc":utf8>>)
  assert crypto.digest(ad) == crypto.hash(algorithm, <<"ad":utf8>>)
}

/// The second test case of RFC 4231.
pub fn hmac_test() {
  assert hex(
      crypto.hmac(<<"what do ya want for nothing?":utf8>>, Sha256, <<
        "Jefe":utf8,
      >>),
    )
    == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
}

pub fn strong_random_bytes_test() {
  assert bit_array.byte_size(crypto.strong_random_bytes(16)) == 16
  assert crypto.strong_random_bytes(0) == <<>>
  assert crypto.strong_random_bytes(16) != crypto.strong_random_bytes(16)
}

pub fn secure_compare_test() {
  assert crypto.secure_compare(<<1, 2>>, <<1, 2>>)
  assert !crypto.secure_compare(<<1, 2>>, <<1, 3>>)
  assert !crypto.secure_compare(<<1, 2>>, <<1, 2, 3>>)
  assert crypto.secure_compare(<<>>, <<>>)
}

pub fn sign_and_verify_test() {
  use algorithm <- list.each(algorithms)
  let message = <<"a message":utf8, 0, 255>>
  let signed = crypto.sign_message(message, <<"secret":utf8>>, algorithm)
  assert crypto.verify_signed_message(signed, <<"secret":utf8>>) == Ok(message)
  assert crypto.verify_signed_message(signed, <<"other":utf8>>) == Error(Nil)
  assert crypto.verify_signed_message("SFMyNTY." <> signed, <<"secret":utf8>>)
    == Error(Nil)
}

/// Signed with OpenSSL.
pub fn known_signature_test() {
  assert crypto.sign_message(<<"hello":utf8>>, <<"secret":utf8>>, Sha256)
    == "SFMyNTY.aGVsbG8.7h6Axw4pHo2rZrjleNFip-z_qKiQ-WP6UK80AJgvaFs"
}

pub fn changed_message_test() {
  let secret = <<"secret":utf8>>
  let signed = crypto.sign_message(<<"hello":utf8>>, secret, Sha256)
  let changed = string.replace(signed, each: "aGVsbG8", with: "aGVsbG9")
  assert changed != signed
  assert crypto.verify_signed_message(changed, secret) == Error(Nil)
}

pub fn malformed_test() {
  use message <- list.each(["", ".", "..", "a.b.c", "SFMyNTY.aGVsbG8.", "!.!.!"])
  assert crypto.verify_signed_message(message, <<>>) == Error(Nil)
}

pub fn where_the_chunks_end_does_not_matter_test() {
  let input = bit_array.from_string(string.repeat("wörld ", 40))
  use algorithm <- list.each(algorithms)
  use at <- list.each([0, 1, 63, 64, 65, 127, 128, 129, 280])
  let assert <<start:bytes-size(at), rest:bytes>> = input
  let hash =
    crypto.new_hasher(algorithm)
    |> crypto.hash_chunk(start)
    |> crypto.hash_chunk(<<>>)
    |> crypto.hash_chunk(rest)
    |> crypto.digest
  assert hash == crypto.hash(algorithm, input)
}

pub fn any_message_can_be_signed_test() {
  use algorithm <- list.each(algorithms)
  use message <- list.each([<<>>, <<0, 255>>, <<"ü.✓.">>])
  let signed = crypto.sign_message(message, <<"key">>, algorithm)
  assert crypto.verify_signed_message(signed, <<"key">>) == Ok(message)
  assert crypto.verify_signed_message(signed, <<>>) == Error(Nil)
  assert crypto.verify_signed_message(signed <> "A", <<"key">>) == Error(Nil)
}
