import { Ok, Error as ErrorResult, toList, BitArray } from "./gleam.mjs";
import * as report from "./gleeunit/internal/report.mjs";
import * as failure from "./gleeunit/internal/failure.mjs";

/** Finds the tests of the project in the current directory, runs them one after
 * the other and ends the program. */
export async function run() {
  const host = await findHost();
  const style = host.coloured ? report.Style$Coloured() : report.Style$Plain();
  const counts = { passed: 0, failed: 0 };

  for (const path of testModules(host)) {
    const module = await import(path.url);
    for (const name of Object.keys(module).sort()) {
      const test = module[name];
      const isTest = typeof test === "function" && test.length === 0;
      if (!isTest || !name.endsWith("_test")) continue;
      try {
        await test();
        counts.passed++;
        host.print(report.passed(style));
      } catch (error) {
        counts.failed++;
        const cause = readFailure(error);
        host.print(report.failed(style, path.name, name, cause, host.read));
      }
    }
  }

  const [text, code] = report.summary(style, counts.passed, counts.failed);
  host.print(text + "\n");
  host.exit(code);
}

/** Each module below `test` that was compiled to JavaScript, with its name in
 * Gleam and where to import it from. */
function* testModules(host) {
  if (!host.isDirectory("test")) return;
  const build = buildDirectory(host);
  const packages = host
    .readDirectory(build)
    .filter((entry) => host.isDirectory(`${build}/${entry}`))
    .sort();
  let last = undefined;
  for (const file of filesBelow(host, "test", "")) {
    if (!file.endsWith(".gleam")) continue;
    const name = file.slice(0, -".gleam".length);
    // Modules have the same name in no two packages, so the package that has
    // this one is the project's, whose name is written nowhere in the output.
    const has = (package_) => host.isFile(`${build}/${package_}/${name}.mjs`);
    if (last === undefined || !has(last)) last = packages.find(has);
    if (last !== undefined) yield { name, url: `../${last}/${name}.mjs` };
  }
}

function* filesBelow(host, directory, prefix) {
  for (const entry of host.readDirectory(directory).sort()) {
    const path = `${directory}/${entry}`;
    if (host.isDirectory(path)) yield* filesBelow(host, path, `${prefix}${entry}/`);
    else yield prefix + entry;
  }
}

/** The directory of the compiled packages: the one above that of this file. */
function buildDirectory(host) {
  const here = import.meta.url;
  if (typeof here === "string" && here.startsWith("file:")) {
    let path = decodeURIComponent(here.replace(/^file:\/\//, ""));
    // file:///C:/project has a path that starts with the drive
    if (/^\/[A-Za-z]:/.test(path)) path = path.slice(1);
    return path.split("/").slice(0, -2).join("/");
  }
  return `${host.cwd()}/build/dev/javascript`;
}

// Hosts: what the runner needs of the program that runs JavaScript.

async function findHost() {
  if (globalThis.tindra) return tindraHost(globalThis.tindra);
  if (globalThis.Deno) return denoHost(globalThis.Deno);
  return await nodeHost(globalThis.process);
}

function tindraHost(tindra) {
  return {
    coloured: false,
    cwd: () => tindra.cwd(),
    print: (text) => tindra.print(text),
    exit: (code) => tindra.exit(code),
    readDirectory: (path) => [...tindra.readdir(path)],
    isDirectory: (path) => tindra.isDirectory(path),
    isFile: (path) => tindra.isFile(path),
    read: (path) => attempt(() => new BitArray(tindra.readFile(path))),
  };
}

function denoHost(Deno) {
  const stat = (path) => attempt(() => Deno.statSync(path))[0];
  const encoder = new TextEncoder();
  return {
    coloured: Deno.stdout.isTerminal?.() === true && !Deno.noColor,
    cwd: () => Deno.cwd(),
    print(text) {
      // A pipe can take less than it is given.
      let bytes = encoder.encode(text);
      while (bytes.length > 0) bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
    },
    exit: (code) => Deno.exit(code),
    readDirectory: (path) => [...Deno.readDirSync(path)].map((entry) => entry.name),
    isDirectory: (path) => stat(path)?.isDirectory === true,
    isFile: (path) => stat(path)?.isFile === true,
    read: (path) => attempt(() => new BitArray(Deno.readFileSync(path))),
  };
}

async function nodeHost(process) {
  const fs = await import("node:fs");
  const stat = (path) => fs.statSync(path, { throwIfNoEntry: false });
  return {
    coloured: process.stdout.isTTY === true && !process.env.NO_COLOR,
    cwd: () => process.cwd(),
    print: (text) => process.stdout.write(text),
    // Not process.exit, which can cut off what was printed to a pipe.
    exit(code) {
      process.exitCode = code;
      process.stdout.write("", () => process.exit(code));
    },
    readDirectory: (path) => fs.readdirSync(path),
    isDirectory: (path) => stat(path)?.isDirectory() === true,
    isFile: (path) => stat(path)?.isFile() === true,
    read: (path) => attempt(() => new BitArray(new Uint8Array(fs.readFileSync(path)))),
  };
}

function attempt(action) {
  try {
    return new Ok(action());
  } catch {
    return new ErrorResult(undefined);
  }
}

// Failures

/** Runs a function and gives its value, or what is known of its crash. */
export function catchFailure(body) {
  try {
    return new Ok(body());
  } catch (error) {
    return new ErrorResult(readFailure(error));
  }
}

function readFailure(error) {
  if (error instanceof Error && error.gleam_error) {
    return failure.Failure$Failure(
      readKind(error),
      error.message,
      error.file,
      error.module,
      error.function,
      error.line,
    );
  }
  if (error instanceof Error) return failure.Failure$Crash(describeError(error));
  return failure.Failure$Crash(report.describe("throw", error));
}

/** Some engines repeat the message in the stack and some do not. */
function describeError(error) {
  const title = String(error);
  const stack = error.stack ?? "";
  return stack.includes(error.message) ? stack : `${title}\n${stack}`.trimEnd();
}

function readKind(error) {
  switch (error.gleam_error) {
    case "let_assert":
      return failure.Kind$LetAssert(error.start, error.end, error.value);
    case "assert":
      return failure.Kind$Assert(error.start, error.end, readDetail(error));
    case "todo":
      return failure.Kind$Todo();
    default:
      return failure.Kind$Panic();
  }
}

function readDetail(error) {
  switch (error.kind) {
    case "binary_operator":
      return failure.AssertDetail$BinaryOperator(
        error.operator,
        readOperand(error.left),
        readOperand(error.right),
      );
    case "function_call":
      return failure.AssertDetail$FunctionCall(toList(error.arguments.map(readOperand)));
    default:
      return failure.AssertDetail$OtherExpression();
  }
}

function readOperand(operand) {
  switch (operand.kind) {
    case "literal":
      return failure.Operand$Literal(operand.value);
    case "expression":
      return failure.Operand$Computed(operand.value);
    default:
      return failure.Operand$Unevaluated();
  }
}
