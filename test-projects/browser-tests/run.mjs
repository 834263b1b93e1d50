// node run.mjs PROJECT MODE [--screenshot FILE]: see README.md.

import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const MODES = ["counter", "todomvc", "diff", "server"];

const [project, mode, ...options] = process.argv.slice(2);
const wanted = options.length === 0 ||
  (options.length === 2 && options[0] === "--screenshot");
if (!project || !MODES.includes(mode) || !wanted) {
  fail(`usage: node run.mjs PROJECT ${MODES.join("|")} [--screenshot FILE]`);
}
if (!fs.existsSync(path.join(project, "build/tindra/dev/javascript"))) {
  fail(`${project} is not built: there is no build/tindra/dev/javascript in it`);
}

const { checks, attach } = await import(`./${mode}.mjs`);
const server = await serve(path.resolve(project));
await attach?.(server, path.resolve(project));
const profile = fs.mkdtempSync(path.join(os.tmpdir(), "browser-tests-"));
let failed = 0;
try {
  const browser = await launch(profile);
  try {
    failed = await runChecks(await browser.newPage());
  } finally {
    await browser.close();
  }
} finally {
  server.close();
  server.closeAllConnections();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Runs all checks on one page, in order, and counts those that failed. */
async function runChecks(page) {
  const problems = [];
  page.on("pageerror", (error) => problems.push(`uncaught ${error.stack}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
  });
  page.setDefaultTimeout(10_000);
  const url = `http://127.0.0.1:${server.address().port}/`;
  let failures = 0;
  for (const [name, check] of checks) {
    try {
      await check(page, url);
      if (problems.length > 0) throw new Error(problems.join("\n"));
      console.log(`ok   ${name}`);
    } catch (error) {
      failures++;
      console.log(`FAIL ${name}\n     ${error.message.replaceAll("\n", "\n     ")}`);
    }
    problems.length = 0;
  }
  if (options.length === 2) await page.screenshot({ path: options[1] });
  return failures;
}

function launch(profile) {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    viewport: { width: 800, height: 640 },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Serves the files of a directory on the loopback interface. */
async function serve(root) {
  const types = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
  };
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const relative = pathname === "/" ? "index.html" : decodeURIComponent(pathname);
    const file = path.join(root, path.normalize(relative));
    fs.readFile(file, (error, content) => {
      response.statusCode = error ? 404 : 200;
      response.setHeader("content-type", types[path.extname(file)] ?? "text/plain");
      response.end(error ? "not found" : content);
    });
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return server;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
