// Opens pages in a browser that reports everything a page should not do, and prints TAP.
import {chromium} from "playwright-core";
import {existsSync} from "node:fs";

let count = 0, failed = 0;
export const check = (sentence, good, detail) => {
  count++;
  if (!good) failed++;
  console.log(`${good ? "ok" : "not ok"} ${count} ${sentence}`);
  if (!good && detail !== undefined) console.log("# " + JSON.stringify(detail, null, 1).replaceAll("\n", "\n# "));
};
export const equal = (sentence, got, wanted) => check(sentence, JSON.stringify(got) === JSON.stringify(wanted), {got, wanted});
export const finish = () => {
  console.log(`1..${count}\n${count - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
};

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
export const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]});

// FAULTS gathers console messages, errors and requests for anything but the page itself.
export const faults = [];
export const open = async (file, hash = "", options = {}) => {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  page.on("console", message => faults.push(message.text()));
  page.on("pageerror", error => faults.push(String(error)));
  page.on("request", request => { if (!request.url().startsWith("file:") && !request.url().startsWith("blob:")) faults.push(request.url()); });
  page.on("dialog", dialog => { faults.push("dialog " + dialog.message()); dialog.dismiss(); });
  await page.goto("file://" + file + hash);
  return page;
};
export const close = page => page.context().close();
