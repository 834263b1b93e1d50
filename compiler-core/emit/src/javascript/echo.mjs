function echo(value, message, file, line) {
  const place = `${file}:${line}`;
  const said = message === undefined ? "" : ` ${message}`;
  const shown = echo$inspect(value);
  const coloured = `\u001b[90m${place}\u001b[39m${said}\n${shown}\n`;
  if (globalThis.process?.stderr?.write) {
    globalThis.process.stderr.write(coloured);
  } else if (globalThis.Deno?.stderr) {
    const bytes = new globalThis.TextEncoder().encode(coloured);
    globalThis.Deno.stderr.writeSync(bytes);
  } else if (globalThis.tindra?.printError) {
    globalThis.tindra.printError(coloured);
  } else {
    globalThis.console.log(`${place}${said}\n${shown}`);
  }
  return value;
}

// Works off a list of texts to print and of values to take apart, so that deep values do not
// exhaust the stack.
function echo$inspect(root) {
  let text = "";
  const around = new globalThis.Set();
  const work = [{ value: root }];
  while (work.length > 0) {
    const next = work.pop();
    if (typeof next === "string") {
      text += next;
    } else if ("leave" in next) {
      around.delete(next.leave);
    } else {
      const parts = echo$parts(next.value, around);
      for (let i = parts.length - 1; i >= 0; i--) work.push(parts[i]);
    }
  }
  return text;
}

// The texts and values that make up a value.
function echo$parts(value, around) {
  if (value === true) return ["True"];
  if (value === false) return ["False"];
  if (value === undefined) return ["Nil"];
  if (value === null) return ["//js(null)"];
  switch (typeof value) {
    case "string":
      return [echo$string(value)];
    case "number":
      return [echo$number(value)];
    case "bigint":
      return [value.toString()];
    case "symbol":
      return [`//js(${value.toString()})`];
    case "function":
      return [echo$function(value)];
  }
  if (value instanceof $UtfCodepoint) {
    return [`//utfcodepoint(${globalThis.String.fromCodePoint(value.value)})`];
  }
  if (value instanceof $BitArray) return [echo$bitArray(value)];
  if (value instanceof globalThis.RegExp) return [`//js(${value})`];
  if (value instanceof globalThis.Date) {
    return [`//js(Date("${value.toISOString()}"))`];
  }
  if (value instanceof globalThis.Error) return [`//js(${value.toString()})`];
  if (around.has(value)) return ["//js(circular reference)"];
  around.add(value);
  return [...echo$composite(value), { leave: value }];
}

function echo$composite(value) {
  if (globalThis.Array.isArray(value)) {
    return ["#(", ...echo$separated(value), ")"];
  }
  if (value instanceof $List) return echo$list(value);
  if (value instanceof $CustomType) return echo$record(value);
  const pairs = echo$dictPairs(value);
  if (pairs) return ["dict.from_list([", ...echo$separated(pairs), "])"];
  if (value instanceof globalThis.Set) {
    return ["//js(Set(", ...echo$separated([...value]), "))"];
  }
  return echo$object(value);
}

function echo$separated(values) {
  const parts = [];
  for (const value of values) {
    if (parts.length > 0) parts.push(", ");
    parts.push({ value });
  }
  return parts;
}

function echo$list(list) {
  const values = list.toArray();
  const isText = (value) =>
    globalThis.Number.isInteger(value) && value >= 32 && value <= 126;
  if (values.length > 0 && values.every(isText)) {
    const chars = values.map((value) => globalThis.String.fromCharCode(value));
    return [`charlist.from_string("${chars.join("")}")`];
  }
  return ["[", ...echo$separated(values), "]"];
}

function echo$record(record) {
  const name = record.constructor.name;
  const parts = [];
  for (const key of globalThis.Object.keys(record)) {
    if (parts.length > 0) parts.push(", ");
    if (globalThis.Number.isNaN(globalThis.parseInt(key))) {
      parts.push(`${key}: `);
    }
    parts.push({ value: record[key] });
  }
  return parts.length > 0 ? [`${name}(`, ...parts, ")"] : [name];
}

// The entries of a dictionary of the standard library, if that is part of the program.
function echo$dictPairs(value) {
  if (typeof $stdlib$dict === "undefined") return undefined;
  if (!(value instanceof $stdlib$dict.new$().constructor)) return undefined;
  const pairs = $stdlib$dict.fold(value, [], (pairs, key, entry) => {
    pairs.push([key, entry]);
    return pairs;
  });
  return pairs.sort();
}

function echo$object(object) {
  const prototype = globalThis.Object.getPrototypeOf(object);
  const name = prototype?.constructor?.name || "Object";
  const parts = [];
  for (const key of globalThis.Object.keys(object)) {
    if (parts.length > 0) parts.push(", ");
    parts.push(`${echo$string(key)}: `, { value: object[key] });
  }
  const head = name === "Object" ? "" : `${name} `;
  const space = parts.length > 0 ? " " : "";
  return [`//js(${head}{${space}`, ...parts, `${space}})`];
}

function echo$function(value) {
  const params = [];
  for (let i = 0; i < value.length; i++) {
    params.push(globalThis.String.fromCharCode(i + 97));
  }
  return `//fn(${params.join(", ")}) { ... }`;
}

function echo$number(value) {
  if (globalThis.Number.isSafeInteger(value)) return value.toString();
  if (!globalThis.Number.isFinite(value)) return `//js(${value})`;
  const text = value.toString().replace("+", "");
  if (text.includes(".")) return text;
  const exponent = text.indexOf("e");
  if (exponent < 0) return `${text}.0`;
  return `${text.slice(0, exponent)}.0${text.slice(exponent)}`;
}

function echo$string(text) {
  const escapes = {
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\f": "\\f",
    "\\": "\\\\",
    '"': '\\"',
  };
  const escaped = text.replace(/["\\\u0000-\u001f\u007f-\u009f]/g, (char) => {
    if (escapes[char]) return escapes[char];
    const code = char.charCodeAt(0).toString(16).toUpperCase();
    return `\\u{${code.padStart(4, "0")}}`;
  });
  return `"${escaped}"`;
}

function echo$bitArray(bits) {
  const parts = [];
  for (let i = 0; i < bits.byteSize; i++) parts.push(`${bits.byteAt(i)}`);
  const extra = bits.bitSize % 8;
  if (extra > 0) {
    const last = bits.byteAt(bits.byteSize - 1) >> (8 - extra);
    parts[parts.length - 1] = `${last}:size(${extra})`;
  }
  return `<<${parts.join(", ")}>>`;
}
