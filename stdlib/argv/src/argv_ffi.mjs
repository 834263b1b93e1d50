import { toList } from "./gleam.mjs";

export function load() {
  const { tindra, Deno, process } = globalThis;
  if (tindra) return ["tindra", tindra.program ?? tindra.cwd(), toList([...tindra.args])];
  if (Deno) return [Deno.execPath(), pathOf(Deno.mainModule), toList(Deno.args)];
  if (process?.argv) {
    const [runtime, program, ...rest] = process.argv;
    return [runtime ?? "", program ?? "", toList(rest)];
  }
  // A browser: there is no command line.
  return ["", "", toList([])];
}

function pathOf(url) {
  return url.startsWith("file://") ? decodeURIComponent(new URL(url).pathname) : url;
}
