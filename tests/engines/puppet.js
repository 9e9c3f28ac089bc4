// Drives Chromium or Firefox for tests/engines/engine.py: one request a line in, one reply a line out.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const PATIENCE = 120_000; // as in engine.py
const [browserName, executablePath, preferences] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: browserName,
  executablePath,
  timeout: PATIENCE,
  extraPrefsFirefox: JSON.parse(preferences),
  args: browserName === "chrome" ? ["--no-sandbox", "--disable-gpu"] : [],
});
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);
await page.setViewport({ width: 390, height: 844 });

const actions = {
  open: ({ address }) => page.goto(address).then(() => null),
  run: ({ script }) => page.evaluate(`(async () => { ${script} })()`),
  type: async ({ selector, text }) => {
    await page.focus(selector);
    await page.keyboard.type(text);
  },
  click: ({ selector }) => page.click(selector),
  resize: (viewport) => page.setViewport(viewport),
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  try {
    console.log(JSON.stringify({ value: (await actions[request.do](request)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
await browser.close();
