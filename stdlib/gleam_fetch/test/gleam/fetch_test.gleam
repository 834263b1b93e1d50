import gleam/bit_array
import gleam/dynamic/decode
import gleam/fetch.{type FetchBody}
import gleam/fetch/form_data
import gleam/http
import gleam/http/request.{type Request}
import gleam/http/response.{type Response}
import gleam/int
import gleam/javascript/promise.{type Promise}
import gleam/list
import gleam/option.{None, Some}
import gleam/string

@external(javascript, "../gleam_fetch_test_ffi.mjs", "start")
fn start() -> Promise(Int)

fn at(path: String, then: fn(Request(String)) -> Promise(a)) -> Promise(a) {
  use port <- promise.await(start())
  let assert Ok(request) =
    request.to("http://127.0.0.1:" <> int.to_string(port) <> path)
  then(request)
}

fn got(
  path: String,
  then: fn(Response(FetchBody)) -> Promise(a),
) -> Promise(a) {
  use request <- at(path)
  use response <- promise.await(fetch.send(request))
  let assert Ok(response) = response
  then(response)
}

pub fn get_test() {
  use response <- got("/a/b?c=d%20e")
  assert response.status == 200
  assert response.get_header(response, "x-method") == Ok("GET")
  assert response.get_header(response, "x-url") == Ok("/a/b?c=d%20e")
  use text <- promise.map(fetch.read_text_body(response))
  let assert Ok(text) = text
  assert text.body == ""
  assert text.status == 200
}

pub fn bodies_are_sent_test() {
  use base <- at("/echo")
  let methods = [http.Post, http.Put, http.Patch, http.Delete, http.Options]
  promise.await_list(
    list.map(methods, fn(method) {
      let request =
        base |> request.set_method(method) |> request.set_body("héllo")
      use response <- promise.try_await(fetch.send(request))
      assert response.get_header(response, "x-method")
        == Ok(http.method_to_string(method))
      use text <- promise.map_try(fetch.read_text_body(response))
      assert text.body == "héllo"
      Ok(Nil)
    }),
  )
  |> promise.map(fn(results) {
    assert results == list.repeat(Ok(Nil), 5)
  })
}

pub fn bodies_are_left_out_test() {
  use base <- at("/echo")
  promise.await_list(
    list.map([http.Get, http.Head], fn(method) {
      let request =
        base |> request.set_method(method) |> request.set_body("dropped")
      use response <- promise.try_await(fetch.send(request))
      use text <- promise.map_try(fetch.read_text_body(response))
      assert text.body == ""
      Ok(Nil)
    }),
  )
  |> promise.map(fn(results) {
    assert results == [Ok(Nil), Ok(Nil)]
  })
}

pub fn headers_test() {
  use base <- at("/echo")
  let request =
    base
    |> request.set_method(http.Post)
    |> request.set_body("{}")
    |> request.set_header("content-type", "application/json")
    |> request.set_header("x-given", "1")
  use response <- promise.map(fetch.send(request))
  let assert Ok(response) = response
  assert response.get_header(response, "x-type") == Ok("application/json")
  assert response.get_header(response, "x-given") == Ok("1")
}

pub fn received_headers_test() {
  use response <- got("/headers")
  assert response.status == 404
  assert response.get_header(response, "X-One") == Ok("a, b")
  promise.resolve(Nil)
}

pub fn bytes_test() {
  use response <- got("/bytes")
  use bytes <- promise.map(fetch.read_bytes_body(response))
  let assert Ok(bytes) = bytes
  assert bytes.body == <<255, 0, 254>>
}

pub fn sent_bytes_test() {
  use base <- at("/echo")
  let send = fn(body) {
    let request = request.set_method(base, http.Post) |> request.set_body(body)
    use response <- promise.try_await(fetch.send_bits(request))
    use bytes <- promise.map_try(fetch.read_bytes_body(response))
    Ok(bytes.body)
  }
  let assert <<_, middle:bytes-size(3), _>> = <<9, 255, 0, 1, 9>>
  use sent <- promise.await(
    promise.await_list(list.map([middle, <<>>, <<5:3>>], send)),
  )
  assert sent == [Ok(<<255, 0, 1>>), Ok(<<>>), Ok(<<160>>)]
  promise.resolve(Nil)
}

pub fn json_test() {
  use response <- got("/json")
  use json <- promise.map(fetch.read_json_body(response))
  let assert Ok(json) = json
  assert decode.run(json.body, decode.at(["message"], decode.string))
    == Ok("Hello")
}

pub fn invalid_json_test() {
  use response <- got("/bytes")
  use json <- promise.map(fetch.read_json_body(response))
  assert json == Error(fetch.InvalidJsonBody)
}

pub fn read_once_test() {
  use response <- got("/json")
  use first <- promise.await(fetch.read_text_body(response))
  let assert Ok(_) = first
  use second <- promise.await(fetch.read_text_body(response))
  assert second == Error(fetch.UnableToReadBody)
  use third <- promise.await(fetch.read_json_body(response))
  assert third == Error(fetch.UnableToReadBody)
  let assert Error(fetch.UnableToReadBody) = fetch.stream_body(response)
  promise.resolve(Nil)
}

fn chunks(reader: fetch.BodyReader, before: List(BitArray)) {
  use chunk <- promise.await(fetch.read_chunk(reader))
  case chunk {
    Ok(Some(chunk)) -> chunks(reader, [chunk, ..before])
    Ok(None) -> promise.resolve(Ok(bit_array.concat(list.reverse(before))))
    Error(error) -> promise.resolve(Error(error))
  }
}

pub fn stream_test() {
  use response <- got("/chunks")
  let assert Ok(reader) = fetch.stream_body(response)
  let assert Error(fetch.UnableToReadBody) = fetch.stream_body(response)
  use first <- promise.await(fetch.read_chunk(reader))
  assert first == Ok(Some(<<"one">>))
  use rest <- promise.await(chunks(reader, []))
  assert rest == Ok(<<"two">>)
  use after <- promise.await(fetch.read_chunk(reader))
  assert after == Ok(None)
  promise.resolve(Nil)
}

pub fn stream_of_nothing_test() {
  use response <- got("/empty")
  assert response.status == 204
  let assert Ok(reader) = fetch.stream_body(response)
  use all <- promise.map(chunks(reader, []))
  assert all == Ok(<<>>)
}

pub fn broken_stream_test() {
  use response <- got("/broken")
  let assert Ok(reader) = fetch.stream_body(response)
  use all <- promise.map(chunks(reader, []))
  assert all == Error(fetch.UnableToReadBody)
}

pub fn broken_body_test() {
  use response <- got("/broken")
  use text <- promise.map(fetch.read_text_body(response))
  assert text == Error(fetch.UnableToReadBody)
}

pub fn network_errors_test() {
  use closed <- at("/close")
  use result <- promise.await(fetch.send(closed))
  let assert Error(fetch.NetworkError(text)) = result
  assert text != ""
  // These are refused before anything is sent.
  let bad = [
    request.set_host(closed, "a b"),
    request.set_method(closed, http.Connect),
    request.prepend_header(closed, "a b", "c"),
    request.prepend_header(closed, "a", "b\r\nc: d"),
  ]
  use results <- promise.map(promise.await_list(list.map(bad, fetch.send)))
  list.each(results, fn(result) {
    let assert Error(fetch.NetworkError(_)) = result
  })
}

pub fn raw_send_test() {
  use base <- at("/json")
  use response <- promise.await(fetch.raw_send(fetch.to_fetch_request(base)))
  let assert Ok(response) = response
  use text <- promise.map(
    fetch.read_text_body(fetch.from_fetch_response(response)),
  )
  let assert Ok(text) = text
  assert text.body == "{\"message\":\"Hello\"}"
}

pub fn form_test() {
  use base <- at("/echo")
  let form =
    form_data.new()
    |> form_data.append("name", "Ann")
    |> form_data.append_bits("file", <<"content">>)
  let request =
    base
    |> request.set_method(http.Post)
    |> request.set_header("content-type", "text/plain")
    |> request.set_body(form)
  use response <- promise.await(fetch.send_form_data(request))
  let assert Ok(response) = response
  let assert Ok("multipart/form-data; boundary=" <> boundary) =
    response.get_header(response, "x-type")
  use text <- promise.map(fetch.read_text_body(response))
  let assert Ok(text) = text
  assert list.length(string.split(text.body, boundary)) == 4
  assert string.contains(text.body, "name=\"name\"\r\n\r\nAnn\r\n")
  assert string.contains(text.body, "content\r\n")
}

pub fn form_fields_test() {
  let one = form_data.new() |> form_data.append("a", "1")
  let two = one |> form_data.append("b", "2") |> form_data.append("a", "3")
  assert form_data.keys(two) == ["a", "b"]
  assert form_data.get(two, "a") == ["1", "3"]
  assert form_data.get(form_data.set(two, "a", "4"), "a") == ["4"]
  assert form_data.keys(form_data.delete(two, "a")) == ["b"]
  assert form_data.contains(two, "b")
  // What was there before is as it was.
  assert form_data.keys(one) == ["a"]
  assert form_data.get(one, "a") == ["1"]
}

pub fn form_bits_test() {
  let form =
    form_data.new()
    |> form_data.append("a", "é")
    |> form_data.append_bits("a", <<255, 0>>)
  assert form_data.get(form, "a") == ["é"]
  use values <- promise.await(form_data.get_bits(form, "a"))
  assert values == [<<"é">>, <<255, 0>>]
  let form = form_data.set_bits(form, "a", <<1>>)
  assert form_data.get(form, "a") == []
  use values <- promise.await(form_data.get_bits(form, "a"))
  assert values == [<<1>>]
  use values <- promise.map(form_data.get_bits(form, "b"))
  assert values == []
}
