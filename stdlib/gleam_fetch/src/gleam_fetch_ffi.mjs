import {
  BitArray$BitArray,
  BitArray$BitArray$data,
  Result$Ok,
  Result$Error,
  toList,
} from "./gleam.mjs";
import { pad_to_bytes } from "../gleam_stdlib/gleam/bit_array.mjs";
import { Option$Some, Option$None } from "../gleam_stdlib/gleam/option.mjs";
import { Response$Response, Response$Response$body } from "../gleam_http/gleam/http/response.mjs";
import {
  FetchError$NetworkError,
  FetchError$UnableToReadBody,
  FetchError$InvalidJsonBody,
} from "./gleam/fetch.mjs";

// Requests

export function make_request(url, method, headers, body) {
  const init = { method, headers: headers.toArray() };
  if (method !== "GET" && method !== "HEAD") {
    init.body = body;
  }
  return new Request(url, init);
}

export function make_bits_request(url, method, headers, body) {
  return make_request(url, method, headers, bytes(body));
}

export function make_form_request(url, method, headers, form) {
  const isOther = ([name]) => name.toLowerCase() !== "content-type";
  return make_request(url, method, toList(headers.toArray().filter(isOther)), form);
}

export async function raw_send(request) {
  return make_and_send(() => request);
}

export async function make_and_send(make) {
  try {
    return Result$Ok(await fetch(make()));
  } catch (error) {
    return Result$Error(FetchError$NetworkError(String(error)));
  }
}

// Responses

export function from_fetch_response(response) {
  return Response$Response(response.status, toList([...response.headers]), response);
}

export function read_bytes_body(response) {
  return read(response, async (body) =>
    BitArray$BitArray(new Uint8Array(await body.arrayBuffer())),
  );
}

export function read_text_body(response) {
  return read(response, (body) => body.text());
}

export async function read_json_body(response) {
  const text = await read_text_body(response);
  if (!text.isOk()) {
    return text;
  }
  try {
    return Result$Ok(with_body(response, JSON.parse(Response$Response$body(text[0]))));
  } catch {
    return Result$Error(FetchError$InvalidJsonBody());
  }
}

async function read(response, take) {
  try {
    return Result$Ok(with_body(response, await take(Response$Response$body(response))));
  } catch {
    return Result$Error(FetchError$UnableToReadBody());
  }
}

function with_body({ status, headers }, body) {
  return Response$Response(status, headers, body);
}

// A response that can have no body has no stream either, and ends at once.

export function stream_body(response) {
  const { body, bodyUsed } = Response$Response$body(response);
  if (bodyUsed || body?.locked) {
    return Result$Error(FetchError$UnableToReadBody());
  }
  return Result$Ok((body ?? new Blob([]).stream()).getReader());
}

export async function read_chunk(reader) {
  try {
    const { done, value } = await reader.read();
    return Result$Ok(done ? Option$None() : Option$Some(BitArray$BitArray(value)));
  } catch {
    return Result$Error(FetchError$UnableToReadBody());
  }
}

// Forms

export function form_new() {
  return new FormData();
}

export function form_append(form, key, value) {
  return changed(form, (copy) => copy.append(key, value));
}

export function form_append_bits(form, key, value) {
  return changed(form, (copy) => copy.append(key, new Blob([bytes(value)])));
}

export function form_set(form, key, value) {
  return changed(form, (copy) => copy.set(key, value));
}

export function form_set_bits(form, key, value) {
  return changed(form, (copy) => copy.set(key, new Blob([bytes(value)])));
}

export function form_delete(form, key) {
  return changed(form, (copy) => copy.delete(key));
}

export function form_get(form, key) {
  return toList(form.getAll(key).filter((value) => typeof value === "string"));
}

export async function form_get_bits(form, key) {
  const buffers = form.getAll(key).map((value) => new Blob([value]).arrayBuffer());
  const values = await Promise.all(buffers);
  return toList(values.map((buffer) => BitArray$BitArray(new Uint8Array(buffer))));
}

export function form_contains(form, key) {
  return form.has(key);
}

export function form_keys(form) {
  return toList([...new Set(form.keys())]);
}

function changed(form, change) {
  const copy = new FormData();
  for (const [key, value] of form) {
    copy.append(key, value);
  }
  change(copy);
  return copy;
}

function bytes(bits) {
  return BitArray$BitArray$data(pad_to_bytes(bits));
}
