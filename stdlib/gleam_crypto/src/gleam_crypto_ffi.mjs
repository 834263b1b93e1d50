import * as crypto from "node:crypto";
import { BitArray$BitArray, BitArray$BitArray$data } from "./gleam.mjs";
import {
  HashAlgorithm$isMd5,
  HashAlgorithm$isSha1,
  HashAlgorithm$isSha224,
  HashAlgorithm$isSha256,
  HashAlgorithm$isSha384,
} from "./gleam/crypto.mjs";

function name(algorithm) {
  // The usual one first.
  if (HashAlgorithm$isSha256(algorithm)) return "sha256";
  if (HashAlgorithm$isSha224(algorithm)) return "sha224";
  if (HashAlgorithm$isSha384(algorithm)) return "sha384";
  if (HashAlgorithm$isMd5(algorithm)) return "md5";
  if (HashAlgorithm$isSha1(algorithm)) return "sha1";
  return "sha512";
}

function bytes(bits) {
  const isWhole = bits.bitOffset === 0 && bits.bitSize % 8 === 0;
  return isWhole ? bits.rawBuffer : BitArray$BitArray$data(bits);
}

function bits({ buffer, byteOffset, byteLength }) {
  return BitArray$BitArray(new Uint8Array(buffer, byteOffset, byteLength));
}

export function strong_random_bytes(length) {
  return bits(crypto.randomBytes(length));
}

export function hash(algorithm, input) {
  return bits(crypto.createHash(name(algorithm)).update(bytes(input)).digest());
}

export function new_hasher(algorithm) {
  return crypto.createHash(name(algorithm));
}

export function hash_chunk(hasher, chunk) {
  return hasher.copy().update(bytes(chunk));
}

export function digest(hasher) {
  return bits(hasher.copy().digest());
}

export function hmac(data, algorithm, key) {
  return bits(crypto.createHmac(name(algorithm), bytes(key)).update(bytes(data)).digest());
}

export function secure_compare(left, right) {
  if (left.bitSize !== right.bitSize) return false;
  return crypto.timingSafeEqual(bytes(left), bytes(right));
}
