import { expect, settle } from "./expect.mjs";

async function count(page) {
  await settle(page);
  return page.textContent("#app");
}

export const checks = [
  ["starts at nought", async (page, url) => {
    await page.goto(url);
    expect(await count(page), "-0+");
  }],
  ["counts up", async (page) => {
    await page.click("text=+");
    await page.click("text=+");
    await page.click("text=+");
    expect(await count(page), "-3+");
  }],
  ["counts down", async (page) => {
    await page.click("text=-");
    expect(await count(page), "-2+");
    for (let i = 0; i < 4; i++) await page.click("text=-");
    expect(await count(page), "--2+");
  }],
  ["several clicks in one frame all count", async (page) => {
    await page.evaluate(() => {
      const plus = document.querySelector("#app button:last-of-type");
      for (let i = 0; i < 44; i++) plus.click();
    });
    expect(await count(page), "-42+");
  }],
];
