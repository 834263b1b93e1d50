// Evaluates to a function that builds the globals from native functions, and gives the timers and
// what shows errors.
(host) => {
  const define = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });

  // The lone surrogates that a string may contain become U+FFFD.
  const wellFormed = (text) => String(text).toWellFormed();

  const show = (value) => {
    if (typeof value === "string") return wellFormed(value);
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "function") return `[Function: ${value.name || "anonymous"}]`;
    if (value instanceof Error) return `${value}\n${value.stack ?? ""}`.trimEnd();
    if (typeof value === "object" && value !== null) {
      try {
        return JSON.stringify(value) ?? String(value);
      } catch {
        return Object.prototype.toString.call(value);
      }
    }
    return String(value);
  };
  // A value that an error holds, in one line.
  const inspect = (value, around = []) => {
    if (typeof value === "string") return JSON.stringify(wellFormed(value));
    if (typeof value !== "object" || value === null) return show(value);
    if (value instanceof RegExp) return String(value);
    if (value instanceof Error) return `[${value}]`;
    if (around.includes(value)) return "[Circular]";
    if (around.length > 4) return "[Object]";
    const inner = [...around, value];
    const all = (values) => values.map((item) => inspect(item, inner)).join(", ");
    if (Array.isArray(value)) return `[${all(value)}]`;
    const name = Object.getPrototypeOf(value)?.constructor?.name ?? "";
    const head = name === "Object" ? "" : `${name} `;
    if (value instanceof Date) return `${head}${value.toJSON()}`;
    if (value instanceof Set || ArrayBuffer.isView(value)) return `${head}[${all([...value])}]`;
    const isMap = value instanceof Map;
    const entries = (isMap ? [...value] : Object.entries(value)).map(
      ([key, item]) => `${isMap ? inspect(key, inner) : key}: ${inspect(item, inner)}`,
    );
    return entries.length > 0 ? `${head}{ ${entries.join(", ")} }` : `${head}{}`;
  };
  // What to print about an error that nobody caught: where it was thrown, and what it holds.
  const describe = (error) => {
    if (!(error instanceof Error)) return `Uncaught ${inspect(error)}\n`;
    const { name, message, stack, ...rest } = error;
    const details = Object.entries(rest).map(([key, value]) => `  ${key}: ${inspect(value)},\n`);
    const text = `${error}\n${error.stack ?? ""}`.trimEnd();
    return details.length > 0 ? `${text} {\n${details.join("")}}\n` : `${text}\n`;
  };
  const line = (values) => `${values.map(show).join(" ")}\n`;
  const print = (...values) => host.print(line(values));
  const printError = (...values) => host.printError(line(values));
  define("console", {
    log: print,
    info: print,
    debug: print,
    warn: printError,
    error: printError,
    trace: printError,
  });

  const encoded = (text) => host.encode(wellFormed(text));
  const bytesOf = (data) => {
    if (data === undefined) return new Uint8Array();
    if (data instanceof ArrayBuffer) return new Uint8Array(data);
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  };
  // Native functions take bytes as strings of one character for each.
  const charsOf = (data) => {
    const bytes = bytesOf(data);
    let chars = "";
    for (let i = 0; i < bytes.length; i += 8192) {
      chars += String.fromCharCode(...bytes.subarray(i, i + 8192));
    }
    return chars;
  };
  define(
    "TextEncoder",
    class TextEncoder {
      get encoding() {
        return "utf-8";
      }

      encode(text = "") {
        return encoded(text);
      }
    },
  );
  define(
    "TextDecoder",
    class TextDecoder {
      #ignoreBOM;

      constructor(label = "utf-8", options = {}) {
        const encoding = String(label).trim().toLowerCase();
        if (encoding !== "utf-8" && encoding !== "utf8") {
          throw new RangeError(`The encoding ${label} is not supported`);
        }
        this.fatal = Boolean(options.fatal);
        this.#ignoreBOM = Boolean(options.ignoreBOM);
      }

      get encoding() {
        return "utf-8";
      }

      get ignoreBOM() {
        return this.#ignoreBOM;
      }

      decode(data) {
        const text = host.decode(charsOf(data), this.fatal);
        return !this.#ignoreBOM && text.startsWith("\ufeff") ? text.slice(1) : text;
      }
    },
  );

  define("queueMicrotask", (work) => {
    Promise.resolve().then(() => work());
  });
  define("performance", { now: () => host.now() });

  // Timers, sorted by when they are due and then by when they were made.
  const timers = [];
  let lastId = 0;
  const add = (id, work, delay, args, repeats) => {
    const wait = Math.max(repeats ? 1 : 0, Number(delay) || 0);
    const timer = { id, work, wait, args, repeats, due: host.now() + wait };
    let place = timers.length;
    while (place > 0 && timers[place - 1].due > timer.due) place--;
    timers.splice(place, 0, timer);
    return id;
  };
  const remove = (id) => {
    const place = timers.findIndex((timer) => timer.id === id);
    if (place >= 0) timers.splice(place, 1);
    if (current === id) current = undefined;
  };
  // The timer whose work is running, unless that has cancelled it.
  let current;
  define("setTimeout", (work, delay, ...args) => add(++lastId, work, delay, args, false));
  define("setInterval", (work, delay, ...args) => add(++lastId, work, delay, args, true));
  define("setImmediate", (work, ...args) => add(++lastId, work, 0, args, false));
  define("clearTimeout", remove);
  define("clearInterval", remove);
  define("clearImmediate", remove);

  define("tindra", {
    args: host.args,
    cwd: () => host.cwd(),
    env: (name) => host.env(String(name)) ?? undefined,
    exit: (code) => host.exit(code),
    isDirectory: (path) => host.isDirectory(String(path)),
    isFile: (path) => host.isFile(String(path)),
    print: (text) => host.print(wellFormed(text)),
    printError: (text) => host.printError(wellFormed(text)),
    readdir: (path) => host.readdir(String(path)),
    readFile: (path) => host.readFile(String(path)),
    writeFile: (path, contents) =>
      host.writeFile(
        String(path),
        charsOf(typeof contents === "string" ? encoded(contents) : contents),
      ),
  });

  return {
    describe,
    // Milliseconds until the next timer is due, or -1.
    next() {
      return timers.length === 0 ? -1 : Math.max(0, timers[0].due - host.now());
    },
    // Runs the first timer, if it is due; promises come before the next.
    run() {
      if (timers.length === 0 || timers[0].due > host.now()) return;
      const timer = timers.shift();
      current = timer.id;
      timer.work(...timer.args);
      if (timer.repeats && current === timer.id) {
        add(timer.id, timer.work, timer.wait, timer.args, true);
      }
    },
  };
};
