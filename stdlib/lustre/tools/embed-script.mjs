// Writes the script for server components into the module that programs get it
// from. Run it after a change: node tools/embed-script.mjs

import fs from "node:fs";

const here = new URL("..", import.meta.url);
const source = fs.readFileSync(new URL("priv/static/lustre-server-component.mjs", here), "utf8");
const literal = source.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
const module = `//// Generated from priv/static/lustre-server-component.mjs by
//// tools/embed-script.mjs: change that file, not this one.

/// The script that makes server components work in a page.
pub const source = "${literal}"
`;
fs.writeFileSync(new URL("src/lustre/runtime/server/script.gleam", here), module);
