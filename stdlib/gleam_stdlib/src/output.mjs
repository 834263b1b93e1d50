// Writing to the terminal, in whichever host this runs.

export function print(text) {
  write("stdout", text);
}

export function println(text) {
  writeLine("stdout", text);
}

export function print_error(text) {
  write("stderr", text);
}

export function println_error(text) {
  writeLine("stderr", text);
}

function write(stream, text) {
  if (globalThis.process?.[stream]?.write) {
    globalThis.process[stream].write(text);
  } else if (globalThis.tindra) {
    const { print, printError } = globalThis.tindra;
    (stream === "stderr" ? printError : print)(text);
  } else if (globalThis.Deno) {
    writeAll(globalThis.Deno[stream], new TextEncoder().encode(text));
  } else {
    writeLine(stream, text);
  }
}

function writeAll(stream, bytes) {
  for (let written = 0; written < bytes.length; ) {
    written += stream.writeSync(bytes.subarray(written));
  }
}

// `console` ends every line by itself, and has to do where there is no stream.
function writeLine(stream, text) {
  if (stream === "stderr") {
    console.error(text);
  } else {
    console.log(text);
  }
}
