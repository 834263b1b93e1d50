export function is_windows() {
  const { Deno, process } = globalThis;
  return Deno?.build?.os === "windows" || process?.platform === "win32";
}
