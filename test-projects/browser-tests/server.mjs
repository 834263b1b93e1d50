import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { WebSocketServer } from "ws";
import { expect, settle } from "./expect.mjs";

const SCRIPT = "../../stdlib/lustre/priv/static/lustre-server-component.mjs";

/** Everything the server has sent, as text. */
let sent = [];
let sockets = [];
let received = 0;
let token = null;
let runtime = null;
let program = null;
let script = null;

/** Makes the file server also a server of the component. */
export async function attach(server, project) {
  const file = path.join(project, "build/tindra/dev/javascript/lustre_dom/lustre_dom/server.mjs");
  script = fs.readFileSync(new URL(SCRIPT, import.meta.url), "utf8");
  program = await import(pathToFileURL(file));
  runtime = program.start();
  const files = server.listeners("request")[0];
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    if (request.url !== "/") return files(request, response);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(program.page());
  });
  new WebSocketServer({ server, path: "/socket" }).on("connection", (socket, request) => {
    token = new URL(request.url, "http://localhost").searchParams.get("csrf-token");
    sockets.push(socket);
    const receive = program.connect(runtime, (text) => {
      sent.push(text);
      socket.send(text);
    });
    socket.on("message", (data) => {
      receive(data.toString());
      received++;
    });
    socket.on("close", () => receive(""));
  });
}

const wait = (page) => page.waitForTimeout(60);

/** Clicks, and waits until the server has dealt with it and was heard. */
async function click(page, id) {
  const before = received;
  await page.evaluate((id) => shadow.getElementById(id).click(), id);
  for (let i = 0; i < 100 && received === before; i++) await page.waitForTimeout(20);
  await wait(page);
}

const text = (page, id) => page.evaluate((id) => shadow.getElementById(id).textContent, id);

const rows = (page) =>
  page.evaluate(() => [...shadow.querySelectorAll("#rows > li")].map((row) => +row.textContent));

/** What a click makes the server send, and the browser do. */
async function costOf(page, id) {
  sent = [];
  await page.evaluate(() => { records.length = 0; });
  await click(page, id);
  const changes = await page.evaluate(() => {
    const added = new Set(records.flatMap((record) => [...record.addedNodes]));
    const removed = records.flatMap((record) => [...record.removedNodes]);
    const moved = removed.filter((node) => added.has(node)).length;
    return { moved, added: added.size - moved, removed: removed.length - moved };
  });
  return { bytes: sent.join("").length, ...changes };
}

async function load(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => document.getElementById("component").shadowRoot !== null);
  await page.evaluate(() => {
    window.shadow = document.getElementById("component").shadowRoot;
    window.records = [];
    const observer = new MutationObserver((news) => records.push(...news));
    observer.observe(shadow, { subtree: true, childList: true });
  });
  await settle(page);
}

const upTo = (n) => Array.from({ length: n }, (_, i) => i + 1);
let seen = 0;
async function log(page) {
  const all = (await text(page, "log")).split(",").filter((note) => note !== "");
  const news = all.slice(seen);
  seen = all.length;
  return news;
}

export const checks = [
  ["the script in the page is that of the package", async () => {
    if (!program.page().includes(script)) throw new Error("run tools/embed-script.mjs");
  }],
  ["shows what the server has", async (page, url) => {
    await load(page, url);
    expect(await text(page, "fragments"), "[1|1;]");
    expect(token, "a b", "token");
    expect(await page.evaluate(() => shadow.getElementById("gradient").tagName), "linearGradient");
    expect(await page.evaluate(() => shadow.getElementById("range").value), "150");
    expect(await page.evaluate(() => shadow.getElementById("choice").value), "b");
    expect(await page.evaluate(() => shadow.getElementById("dressed").custom), [1, 2]);
  }],
  ["a message that changes nothing is not sent on", async (page) => {
    expect(await costOf(page, "nothing"), { bytes: 0, moved: 0, added: 0, removed: 0 });
  }],
  ["a thousand rows appear", async (page) => {
    await click(page, "make");
    expect(await rows(page), upTo(1000));
  }],
  ["swapping rows is two moves and few bytes", async (page) => {
    const { bytes, ...changes } = await costOf(page, "swap");
    expect(changes, { moved: 2, added: 0, removed: 0 });
    if (bytes > 100) throw new Error(`${bytes} bytes: ${sent}`);
    expect((await rows(page)).slice(0, 3), [1, 999, 3]);
  }],
  ["listeners are right after a reorder", async (page) => {
    await page.evaluate(() => {
      shadow.querySelector("#rows > li:nth-child(2) button").click();
      shadow.querySelector("#rows > li:nth-child(999) button").click();
    });
    await wait(page);
    expect(await log(page), ["999", "2"]);
  }],
  ["removing, adding and moving at once", async (page) => {
    await click(page, "make");
    await click(page, "mix");
    await page.waitForTimeout(200);
    const kept = upTo(1000).filter((row) => row % 3 !== 0);
    const middle = Math.floor(kept.length / 2);
    const expected = [
      7001,
      ...kept.slice(middle),
      7002,
      7003,
      ...kept.slice(0, middle),
      7004,
    ];
    expect(await rows(page), expected);
    await click(page, "reverse");
    await page.waitForTimeout(200);
    expect(await rows(page), expected.reverse());
    await click(page, "clear");
    expect(await rows(page), []);
  }],
  ["fragments grow and shrink", async (page) => {
    for (const [id, shown] of [["items-3", "[123|3;2;1;]"], ["items-0", "[|]"], ["items-1", "[1|1;]"]]) {
      await click(page, id);
      expect(await text(page, "fragments"), shown);
    }
  }],
  ["input is sent", async (page) => {
    await page.locator("#letters").pressSequentially("ab", { delay: 60 });
    await wait(page);
    expect(await page.inputValue("#letters"), "ab");
    await page.selectOption("#choice", "a");
    await wait(page);
    expect(await page.inputValue("#mirror"), "a");
  }],
  ["messages go through all functions they are mapped by", async (page) => {
    await click(page, "grow");
    expect(await text(page, "grow"), "2");
  }],
  ["attributes go and come", async (page) => {
    const dressed = () =>
      page.evaluate(() => shadow.getElementById("dressed").outerHTML);
    const before = await dressed();
    await click(page, "toggle");
    expect(await dressed(), '<button id="dressed"></button>');
    await click(page, "toggle");
    const sorted = (html) => html.match(/[a-z]+(="[^"]*")?/g).sort();
    expect(sorted(await dressed()), sorted(before));
  }],
  ["events are stopped, prevented and slowed down", async (page) => {
    await log(page);
    await click(page, "inside");
    expect(await log(page), ["inside", "wall"]);
    for (let i = 0; i < 3; i++) await page.evaluate(() => shadow.getElementById("late").click());
    await page.waitForTimeout(150);
    expect(await log(page), ["late"]);
    for (let i = 0; i < 3; i++) await page.evaluate(() => shadow.getElementById("rare").click());
    await wait(page);
    expect(await log(page), ["rare"]);
    await click(page, "submit");
    expect((await log(page)).join(), 'outer,[#("who", "me"), #("by", "button")]');
  }],
  ["contexts are offered below", async (page) => {
    const theme = () =>
      page.evaluate(() => {
        let found = null;
        const request = new Event("context-request", { bubbles: true, composed: true });
        Object.assign(request, { context: "theme", callback: (value) => { found = value; } });
        shadow.getElementById("stepper").dispatchEvent(request);
        return found;
      });
    expect(await theme(), "dark");
    await click(page, "theme");
    expect(await theme(), "light");
  }],
  ["two clients see the same", async (page, url) => {
    const other = await page.context().newPage();
    await load(other, url);
    await click(other, "grow");
    expect(await text(page, "grow"), "4");
    expect(await text(other, "grow"), "4");
    await other.close();
  }],
  ["a lost connection is made again", async (page) => {
    for (const socket of sockets) socket.terminate();
    await page.waitForTimeout(900);
    await click(page, "grow");
    expect(await text(page, "grow"), "6");
    expect(await page.evaluate(() => shadow.querySelectorAll("#all").length), 1);
  }],
];
