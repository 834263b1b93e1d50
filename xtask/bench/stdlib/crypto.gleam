import support/data
import gleam/crypto

pub fn hash_sha256_small() {
  let bytes = <<data.text(1):utf8>>
  fn() { crypto.hash(crypto.Sha256, bytes) }
}

pub fn hash_sha1_small() {
  let bytes = <<data.text(1):utf8>>
  fn() { crypto.hash(crypto.Sha1, bytes) }
}

pub fn hash_md5_small() {
  let bytes = <<data.text(1):utf8>>
  fn() { crypto.hash(crypto.Md5, bytes) }
}

pub fn hash_sha512_small() {
  let bytes = <<data.text(1):utf8>>
  fn() { crypto.hash(crypto.Sha512, bytes) }
}

pub fn hmac_small() {
  let bytes = <<data.text(1):utf8>>
  fn() { crypto.hmac(bytes, crypto.Sha256, <<"key":utf8>>) }
}

pub fn secure_compare_small() {
  let bytes = <<data.text(1):utf8>>
  fn() { crypto.secure_compare(bytes, bytes) }
}

pub fn sign_small() {
  let bytes = <<data.text(1):utf8>>
  fn() { crypto.sign_message(bytes, <<"key":utf8>>, crypto.Sha256) }
}

pub fn verify_small() {
  let bytes = <<data.text(1):utf8>>
  let signed = crypto.sign_message(bytes, <<"key":utf8>>, crypto.Sha256)
  fn() { crypto.verify_signed_message(signed, <<"key":utf8>>) }
}

pub fn hash_sha256_large() {
  let bytes = <<data.text(200):utf8>>
  fn() { crypto.hash(crypto.Sha256, bytes) }
}

pub fn hash_sha1_large() {
  let bytes = <<data.text(200):utf8>>
  fn() { crypto.hash(crypto.Sha1, bytes) }
}

pub fn hash_md5_large() {
  let bytes = <<data.text(200):utf8>>
  fn() { crypto.hash(crypto.Md5, bytes) }
}

pub fn hash_sha512_large() {
  let bytes = <<data.text(200):utf8>>
  fn() { crypto.hash(crypto.Sha512, bytes) }
}

pub fn hmac_large() {
  let bytes = <<data.text(200):utf8>>
  fn() { crypto.hmac(bytes, crypto.Sha256, <<"key":utf8>>) }
}

pub fn secure_compare_large() {
  let bytes = <<data.text(200):utf8>>
  fn() { crypto.secure_compare(bytes, bytes) }
}

pub fn sign_large() {
  let bytes = <<data.text(200):utf8>>
  fn() { crypto.sign_message(bytes, <<"key":utf8>>, crypto.Sha256) }
}

pub fn verify_large() {
  let bytes = <<data.text(200):utf8>>
  let signed = crypto.sign_message(bytes, <<"key":utf8>>, crypto.Sha256)
  fn() { crypto.verify_signed_message(signed, <<"key":utf8>>) }
}
