import { expect, settle } from "./expect.mjs";

async function titles(page) {
  await settle(page);
  return page.locator(".todo-list li label").allTextContents();
}

async function completed(page) {
  await settle(page);
  return page.locator(".todo-list li.completed label").allTextContents();
}

async function left(page) {
  await settle(page);
  return page.textContent(".todo-count");
}

const item = (page, title) => page.locator(".todo-list li", { hasText: title });

async function add(page, title) {
  await page.fill(".new-todo", title);
  await page.press(".new-todo", "Enter");
}

export const checks = [
  ["starts empty with the focus on the input", async (page, url) => {
    await page.goto(url);
    expect(await page.locator(".todo-list").count(), 0, "lists");
    expect(await page.locator(".footer").count(), 0, "footers");
    expect(await page.evaluate(() => document.activeElement.className), "new-todo");
  }],
  ["adds three and clears the input", async (page) => {
    await add(page, "Buy milk");
    await page.locator(".new-todo").pressSequentially("  Water the plants ");
    await page.press(".new-todo", "Enter");
    await add(page, "Call home");
    expect(await titles(page), ["Buy milk", "Water the plants", "Call home"]);
    expect(await page.inputValue(".new-todo"), "");
    expect(await left(page), "3 items left");
  }],
  ["does not add blanks", async (page) => {
    await add(page, "   ");
    expect((await titles(page)).length, 3);
    await page.fill(".new-todo", "");
  }],
  ["completes one", async (page) => {
    await item(page, "Water").locator(".toggle").click();
    expect(await completed(page), ["Water the plants"]);
    expect(await left(page), "2 items left");
  }],
  ["filters", async (page) => {
    await page.click(".filters >> text=Active");
    expect(await titles(page), ["Buy milk", "Call home"]);
    await page.click(".filters >> text=Completed");
    expect(await titles(page), ["Water the plants"]);
    expect(await page.textContent(".filters .selected"), "Completed");
    await page.click(".filters >> text=All");
    expect((await titles(page)).length, 3);
  }],
  ["completing under a filter takes an item out of view", async (page) => {
    await page.click(".filters >> text=Active");
    await item(page, "Buy milk").locator(".toggle").click();
    expect(await titles(page), ["Call home"]);
    expect(await page.isChecked(".todo-list .toggle"), false, "toggle");
    await page.click(".filters >> text=All");
    await item(page, "Buy milk").locator(".toggle").click();
    expect(await completed(page), ["Water the plants"]);
  }],
  ["edits by double click", async (page) => {
    await page.dblclick(".todo-list li:first-child label");
    await settle(page);
    expect(await page.evaluate(() => document.activeElement.className), "edit");
    expect(await page.inputValue(".edit"), "Buy milk");
    await page.fill(".edit", "Buy oat milk");
    await page.press(".edit", "Enter");
    expect((await titles(page))[0], "Buy oat milk");
    expect(await page.locator(".edit").count(), 0, "editors");
  }],
  ["escape gives an edit up, leaving the field keeps it", async (page) => {
    await page.dblclick(".todo-list li:first-child label");
    await page.fill(".edit", "Nothing");
    await page.press(".edit", "Escape");
    expect((await titles(page))[0], "Buy oat milk");
    await page.dblclick(".todo-list li:last-child label");
    await page.fill(".edit", "Call the dentist");
    await page.locator(".edit").blur();
    expect((await titles(page))[2], "Call the dentist");
  }],
  ["removes", async (page) => {
    await page.hover(".todo-list li:first-child");
    await page.click(".todo-list li:first-child .destroy");
    expect(await titles(page), ["Water the plants", "Call the dentist"]);
    expect(await left(page), "1 item left");
  }],
  ["toggles all, both ways", async (page) => {
    await page.click("label[for=toggle-all]");
    expect((await completed(page)).length, 2);
    expect(await page.isChecked(".toggle-all"), true, "toggle all");
    await page.click("label[for=toggle-all]");
    expect((await completed(page)).length, 0);
    await item(page, "Water").locator(".toggle").click();
    await item(page, "Call").locator(".toggle").click();
    await settle(page);
    expect(await page.isChecked(".toggle-all"), true, "toggle all");
  }],
  ["clears the completed ones", async (page) => {
    await add(page, "Write a letter");
    await page.click(".clear-completed");
    expect(await titles(page), ["Write a letter"]);
    expect(await page.locator(".clear-completed").count(), 0, "buttons");
  }],
  ["removes the list with its last item", async (page) => {
    await page.hover(".todo-list li");
    await page.click(".todo-list .destroy");
    await settle(page);
    expect(await page.locator(".todo-list").count(), 0, "lists");
  }],
  ["is left with something to look at", async (page) => {
    for (const title of ["Buy oat milk", "Water the plants", "Call home"]) {
      await add(page, title);
    }
    await item(page, "Water").locator(".toggle").click();
    await page.mouse.move(5, 5);
    expect(await left(page), "2 items left");
  }],
];
