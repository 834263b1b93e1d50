// Neither changes, and looking at `process` takes its time.
const isWindows = globalThis.Deno?.build?.os === "windows" || globalThis.process?.platform === "win32";

export function is_windows() {
  return isWindows;
}
