import { createServer } from "node:http";

/** A server on the loopback interface that ends with the program. */
export function start() {
  return new Promise((resolve) => {
    const server = createServer(answer);
    server.listen(0, "127.0.0.1", () => {
      server.unref();
      resolve(server.address().port);
    });
  });
}

function answer(request, response) {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    response.setHeader("connection", "close");
    switch (request.url) {
      case "/bytes":
        return response.end(Uint8Array.of(255, 0, 254));
      case "/json":
        return response.end('{"message":"Hello"}');
      case "/empty":
        return response.writeHead(204).end();
      case "/headers":
        response.setHeader("X-One", ["a", "b"]);
        return response.writeHead(404).end();
      case "/chunks":
        response.write("one");
        return setTimeout(() => response.end("two"), 50);
      case "/broken":
        response.writeHead(200, { "content-length": 100 }).write("one");
        return setTimeout(() => response.destroy(), 50);
      case "/close":
        return response.destroy();
      default:
        response.setHeader("x-method", request.method);
        response.setHeader("x-url", request.url);
        response.setHeader("x-type", request.headers["content-type"] ?? "none");
        response.setHeader("x-given", request.headers["x-given"] ?? "none");
        return response.end(Buffer.concat(parts));
    }
  });
}
