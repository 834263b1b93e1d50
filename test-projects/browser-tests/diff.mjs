import { expect, settle } from "./expect.mjs";

/** Clicks an element of the page by its identifier and waits for the render. */
async function click(page, id) {
  await page.evaluate((id) => document.getElementById(id).click(), id);
  await settle(page);
}

/** What a click does to the page, as numbers of nodes and other changes. */
async function mutationsOf(page, id) {
  await page.evaluate(() => { flush(); mutations.length = 0; });
  await click(page, id);
  return mutationCounts(page);
}

function mutationCounts(page) {
  return page.evaluate(() => {
    flush();
    const added = new Set(mutations.flatMap((m) => [...m.addedNodes]));
    const removed = mutations.flatMap((m) => [...m.removedNodes]);
    const moved = removed.filter((node) => added.has(node));
    return {
      moved: moved.length,
      added: mutations.flatMap((m) => [...m.addedNodes]).length - moved.length,
      removed: removed.length - moved.length,
      other: mutations.filter((m) => m.type !== "childList").length,
    };
  });
}

const counts = (changes) => ({ moved: 0, added: 0, removed: 0, other: 0, ...changes });

const rows = (page) =>
  page.evaluate(() => [...document.querySelectorAll("#rows > li")].map((row) => +row.textContent));

const text = (page, id) =>
  page.evaluate((id) => document.getElementById(id).textContent, id);

/** The notes that have come since the last time this was asked for. */
async function log(page) {
  await settle(page);
  const all = (await text(page, "log")).split(",").filter((note) => note !== "");
  const news = all.slice(seen);
  seen = all.length;
  return news;
}
let seen = 0;

async function load(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => window.runtime !== undefined);
  await settle(page);
  seen = 0;
}

const upTo = (n) => Array.from({ length: n }, (_, i) => i + 1);

const keyed = [
  ["a thousand rows appear", async (page, url) => {
    await load(page, url);
    await click(page, "make");
    expect(await rows(page), upTo(1000));
  }],
  ["rendering the same again changes nothing", async (page) => {
    expect(await mutationsOf(page, "make"), counts({}));
  }],
  ["swapping rows 2 and 999 is two moves", async (page) => {
    expect(await mutationsOf(page, "swap"), counts({ moved: 2 }));
    const expected = upTo(1000);
    expected[1] = 999;
    expected[998] = 2;
    expect(await rows(page), expected);
  }],
  ["handlers are right after a reorder", async (page) => {
    await page.evaluate(() => {
      document.querySelector("#rows > li:nth-child(2) button").click();
      document.querySelector("#rows > li:nth-child(999) button").click();
      document.querySelector("#rows > li:nth-child(500) button").click();
    });
    expect(await log(page), ["999", "2", "500"]);
  }],
  ["a click right after the message that reorders goes to what was seen", async (page) => {
    await page.evaluate(() => {
      document.getElementById("swap").click();
      document.querySelector("#rows > li:nth-child(2) button").click();
    });
    expect(await log(page), ["999"]);
    expect(await rows(page), upTo(1000));
  }],
  ["moving the first row to the end is one move", async (page) => {
    expect(await mutationsOf(page, "rotate"), counts({ moved: 1 }));
    expect(await rows(page), [...upTo(1000).slice(1), 1]);
  }],
  ["removing half of the rows touches no other", async (page) => {
    await click(page, "make");
    expect(await mutationsOf(page, "halve"), counts({ removed: 500 }));
    expect(await rows(page), upTo(500).map((n) => 2 * n));
  }],
  ["appending rows touches no other", async (page) => {
    expect(await mutationsOf(page, "append"), counts({ added: 2 }));
    expect((await rows(page)).slice(-3), [1000, 5001, 5002]);
  }],
  ["removing, adding and moving at once", async (page) => {
    await click(page, "make");
    const before = await rows(page);
    const kept = before.filter((row) => row % 3 !== 0);
    const middle = Math.floor(kept.length / 2);
    expect(
      await mutationsOf(page, "mix"),
      counts({ moved: middle, added: 4, removed: 1000 - kept.length }),
    );
    expect(await rows(page), [
      7001,
      ...kept.slice(middle),
      7002,
      7003,
      ...kept.slice(0, middle),
      7004,
    ]);
  }],
  ["reversing", async (page) => {
    await click(page, "make");
    expect(await mutationsOf(page, "reverse"), counts({ moved: 999 }));
    expect(await rows(page), upTo(1000).reverse());
  }],
  ["moved rows keep the focus", async (page) => {
    await page.evaluate(() => document.querySelector("#rows > li:last-child button").focus());
    await click(page, "swap");
    await click(page, "reverse");
    expect(await page.evaluate(() => document.activeElement.textContent), "1");
  }],
  ["keys given twice show every row", async (page) => {
    await click(page, "clear");
    await click(page, "append");
    await click(page, "double");
    expect(await rows(page), [5001, 5002, 5001, 5002]);
    await click(page, "reverse");
    expect(await rows(page), [5002, 5001, 5002, 5001]);
    await click(page, "rotate");
    expect(await rows(page), [5001, 5002, 5001, 5002]);
  }],
  ["clearing leaves nothing", async (page) => {
    await click(page, "make");
    await click(page, "clear");
    expect(await page.evaluate(() => document.getElementById("rows").childNodes.length), 0);
  }],
];

const fragments = [
  ["fragments grow between their neighbours", async (page) => {
    expect(await text(page, "fragments"), "[1|1;]");
    await click(page, "items-3");
    expect(await text(page, "fragments"), "[123|3;2;1;]");
  }],
  ["fragments become empty and come back", async (page) => {
    await click(page, "items-0");
    expect(await text(page, "fragments"), "[|]");
    await click(page, "items-3");
    expect(await text(page, "fragments"), "[123|3;2;1;]");
    await click(page, "items-1");
    expect(await text(page, "fragments"), "[1|1;]");
  }],
];

const controls = [
  ["what an input shows is what the model says", async (page) => {
    await page.locator("#letters").pressSequentially("a1b2", { delay: 40 });
    await settle(page);
    expect(await page.inputValue("#letters"), "ab");
  }],
  ["characters the model takes away do not come back", async (page) => {
    await page.evaluate(() => {
      const input = document.getElementById("letters");
      input.value = "abc9";
      input.setSelectionRange(2, 2);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await settle(page);
    expect(await page.inputValue("#letters"), "abc");
  }],
  ["a checkbox snaps back if the model does not change", async (page) => {
    await page.click("#never");
    await settle(page);
    expect(await page.isChecked("#never"), false);
  }],
  ["an input snaps back inside a memo, too", async (page) => {
    await page.locator("#fixed").pressSequentially("xyz", { delay: 40 });
    await settle(page);
    expect(await page.inputValue("#fixed"), "fixed");
  }],
  ["selects, by their options and by value", async (page) => {
    expect(await page.inputValue("#choice"), "b");
    expect(await page.inputValue("#mirror"), "b");
    await page.selectOption("#choice", "a");
    await settle(page);
    expect(await page.inputValue("#choice"), "a");
    expect(await page.inputValue("#mirror"), "a");
  }],
  ["values are set when their limits are", async (page) => {
    expect(await page.inputValue("#range"), "150");
  }],
  ["initial values are left to the user", async (page) => {
    expect(await page.inputValue("#start"), "start");
    await page.fill("#start", "mine");
    await click(page, "nothing");
    expect(await page.inputValue("#start"), "mine");
    expect(await page.inputValue("#area"), "some text");
  }],
];

const dressed = (page) =>
  page.evaluate(() => {
    const node = document.getElementById("dressed");
    const attributes = Object.fromEntries([...node.attributes].map((a) => [a.name, a.value]));
    return { ...attributes, off: node.disabled, custom: node.custom };
  });

const attributes = [
  ["attributes are merged", async (page) => {
    expect(await dressed(page), {
      class: "one two",
      custom: [1, 2],
      disabled: "",
      id: "dressed",
      off: true,
      style: "color:red;margin:0;",
      title: "last",
    });
  }],
  ["attributes go and come", async (page) => {
    const before = await dressed(page);
    await click(page, "toggle");
    expect(await dressed(page), { id: "dressed", off: false, custom: undefined });
    await click(page, "toggle");
    expect(await dressed(page), before);
  }],
  ["drawings are made of SVG elements", async (page) => {
    expect(
      await page.evaluate(() => {
        const { namespaceURI, tagName } = document.getElementById("gradient");
        return [namespaceURI, tagName];
      }),
      ["http://www.w3.org/2000/svg", "linearGradient"],
    );
  }],
];

const events = [
  ["events go outwards until they are stopped", async (page) => {
    await log(page);
    await click(page, "inside");
    expect(await log(page), ["inside", "wall"]);
    await click(page, "through");
    expect(await log(page), ["through", "outer"]);
  }],
  ["a stopped event stays away from listeners that are not ours", async (page) => {
    await page.evaluate(() => {
      window.heard = [];
      document.getElementById("outer").addEventListener("click", (e) => heard.push(e.target.id));
    });
    await click(page, "inside");
    await click(page, "through");
    await log(page);
    expect(await page.evaluate(() => heard), ["through"]);
  }],
  ["a listener can decide with the event at hand", async (page) => {
    const clickPicky = (shiftKey) =>
      page.evaluate((shiftKey) => {
        const event = new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey });
        document.getElementById("picky").dispatchEvent(event);
        return event.defaultPrevented;
      }, shiftKey);
    expect(await clickPicky(false), false, "prevented");
    expect(await log(page), ["picky", "outer"]);
    expect(await clickPicky(true), true, "prevented");
    expect(await log(page), ["picky"]);
  }],
  ["events that do not bubble are heard", async (page) => {
    await page.focus("#focused");
    await page.locator("#focused").blur();
    expect(await log(page), ["focus", "blur"]);
  }],
  ["forms are submitted to the program", async (page) => {
    await page.evaluate(() => document.getElementById("submit").click());
    await settle(page);
    // The click on the button comes before the submission.
    const notes = (await log(page)).join();
    expect(notes, 'outer,[#("who", "me"), #("by", "button")]', "fields");
    expect(new URL(page.url()).search, "", "address");
  }],
  ["debounced events send their last message when they rest", async (page) => {
    for (let i = 0; i < 3; i++) await click(page, "late");
    await page.waitForTimeout(120);
    expect(await log(page), ["late"]);
  }],
  ["throttled events send their first message", async (page) => {
    for (let i = 0; i < 3; i++) await click(page, "rare");
    expect(await log(page), ["rare"]);
  }],
  ["messages go through all functions they are mapped by", async (page) => {
    await click(page, "grow");
    await click(page, "grow");
    expect(await text(page, "grow"), "4");
  }],
];

const inStepper = (page, selector) =>
  page.evaluate(
    (selector) => document.getElementById("stepper").shadowRoot.querySelector(selector).textContent,
    selector,
  );

const components = [
  ["components get attributes, properties and contexts", async (page) => {
    expect(await inStepper(page, "button"), "7");
    expect(await inStepper(page, "p"), "[1, 2]dark1");
  }],
  ["components show changes of all three", async (page) => {
    await click(page, "step-from-outside");
    await click(page, "theme");
    expect(await inStepper(page, "button"), "100");
    await page.evaluate(() => { document.getElementById("stepper").steps = [3]; });
    await settle(page);
    expect(await inStepper(page, "p"), "[3]light1");
  }],
  ["components send events", async (page) => {
    await page.click("#stepper button");
    await settle(page);
    expect(await inStepper(page, "button"), "101");
    expect(await text(page, "stepped"), "101");
  }],
  ["components show the children they are given", async (page) => {
    expect(
      await page.evaluate(() => {
        const { shadowRoot } = document.getElementById("stepper");
        const slots = [...shadowRoot.querySelectorAll("slot")];
        return slots.map((slot) => slot.assignedNodes().map((node) => node.textContent));
      }),
      [["Steps"], []],
    );
  }],
  ["components are controls of forms and have states", async (page) => {
    expect(
      await page.evaluate(() => {
        const form = document.getElementById("stepper-form");
        const before = Object.fromEntries(new FormData(form));
        const touched = document.querySelector("#stepper:state(touched)") !== null;
        form.reset();
        return [before, touched, Object.fromEntries(new FormData(form))];
      }),
      [{ steps: "101" }, true, { steps: "0" }],
    );
  }],
  ["styles of the page apply inside of components", async (page) => {
    const color = await page.evaluate(() => {
      const { shadowRoot } = document.getElementById("stepper");
      return getComputedStyle(shadowRoot.querySelector("p")).color;
    });
    expect(color, "rgb(1, 2, 3)");
  }],
  ["components rendered on a server are taken over", async (page) => {
    expect(
      await page.evaluate(async () => {
        const { prerendered } = program.stepper;
        document.getElementById("parking").setHTMLUnsafe(prerendered());
        const early = document.getElementById("early");
        early.shadowRoot.querySelector("button").click();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return [...early.shadowRoot.querySelectorAll("button, p")].map((e) => e.textContent);
      }),
      ["1", "[]none1"],
    );
  }],
  ["names that components cannot have are refused", async (page) => {
    expect(await page.evaluate(() => program.stepper.refuses_bad_names()), true);
  }],
];

const runtime = [
  ["effects run in their order, and see the page", async (page) => {
    await page.evaluate(() => {
      window.emitted = [];
      document.addEventListener("lustre-dom-ran", (event) => emitted.push(event.detail.answer));
    });
    await click(page, "effects");
    await settle(page);
    expect(
      await log(page),
      ["update", "first", "second", "third", "before third", "after before third"],
    );
    expect(await page.evaluate(() => emitted), [42]);
  }],
  ["messages come from outside", async (page) => {
    await page.evaluate(() => program.note_from_outside(runtime, "hello"));
    expect(await log(page), ["hello"]);
  }],
  ["starting on nothing is an error", async (page) => {
    expect(await page.evaluate(() => program.start_nowhere()), true);
  }],
  ["rendered pages are taken over without a change", async (page, url) => {
    await load(page, `${url}?rendered`);
    const [names, attributes] = await page.evaluate(() => {
      flush();
      const nodes = mutations.flatMap((m) => [...m.addedNodes, ...m.removedNodes]);
      const names = [...new Set(nodes.map((node) => node.nodeName))].sort();
      return [names, mutations.filter((m) => m.type === "attributes").length];
    });
    // Only comments go, and texts that are one in HTML are parted.
    expect(names, ["#comment", "#text"]);
    expect(attributes, 0, "changed attributes");
  }],
  ["pages taken over work", async (page) => {
    await click(page, "make");
    await click(page, "swap");
    expect((await rows(page))[1], 999);
    await click(page, "items-3");
    expect(await text(page, "fragments"), "[123|3;2;1;]");
    await click(page, "inside");
    expect(await log(page), ["inside", "wall"]);
  }],
  ["stopping takes the application off the page", async (page) => {
    await page.evaluate(() => {
      program.stop(runtime);
      program.note_from_outside(runtime, "too late");
    });
    await settle(page);
    expect(await page.evaluate(() => document.getElementById("app").childNodes.length), 0);
  }],
];

export const checks = [
  ...keyed,
  ...fragments,
  ...controls,
  ...attributes,
  ...events,
  ...components,
  ...runtime,
];
