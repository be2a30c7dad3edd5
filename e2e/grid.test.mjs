// The report form as a grid: keys, blocks, sums, saving, taking back, two people at once, a lost line, no script.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { Person, check, start } from "./sapa.mjs";

let sapa;
let executor;
const REPORT = "/reports/1-mq-2026-q3-min-justice";

before(async () => {
  sapa = await start({}, { cases: true });
  executor = await Person.signIn(sapa, "justice.report", "report-executor");
  executor.page.context().setDefaultTimeout(20_000);
});
after(async () => { await sapa?.stop(); });

const cell = (person, name) => person.page.locator(`[name="c!${name}"]`);
const shown = (person, name) => person.page.locator(`[data-cell="${name}"] .sapa-grid__value`);
const here = (person) => person.page.evaluate(() => document.activeElement?.name);
const told = (person) => person.page.locator("#sapa-live").textContent();
const press = (person, ...keys) => keys.reduce((done, key) => done.then(() => person.page.keyboard.press(key)), Promise.resolve());

/** Everything that was typed has been answered. */
async function saved(person) {
  await person.page.locator('[data-saved][data-state="saved"]').waitFor();
}

/** What the server holds, by names of cells of a section. */
async function held(person, section = 1) {
  const page = await person.page.request.get(`${sapa.url}${REPORT}?section=${section}`);
  const text = await page.text();
  return (name) => text.match(new RegExp(`name="c!${name.replaceAll(".", "\\.")}" value="([^"]*)"`))?.[1];
}

async function paste(person, text) {
  await person.page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData("text/plain", block);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** What Ctrl+C or Ctrl+X takes. */
const taken = (person, kind) => person.page.evaluate((name) => {
  const data = new DataTransfer();
  document.activeElement.dispatchEvent(new ClipboardEvent(name, { clipboardData: data, bubbles: true, cancelable: true }));
  return data.getData("text/plain");
}, kind);

test("one types down the column, and the sums follow", async () => {
  await executor.go(REPORT);
  await cell(executor, "1.1!!m1").focus();
  await executor.page.keyboard.type("12");
  await press(executor, "Enter");
  assert.equal(await here(executor), "c!1.2!!m1", "the row after it");
  await executor.page.keyboard.type("3");
  await press(executor, "ArrowDown");
  assert.equal(await here(executor), "c!2.1!!m1", "a sum is passed over");
  await saved(executor);
  assert.equal(await shown(executor, "1!!m1").textContent(), "15");
  assert.equal(await shown(executor, "1!!q").textContent(), "15");
  assert.equal((await held(executor))("1.1!!m1"), "12");
  assert.equal(await here(executor), "c!2.1!!m1", "saving leaves one where one is");
});

test("arrows, Enter, Home, End and Escape go where a spreadsheet's go", async () => {
  await cell(executor, "2.1!!m1").focus();
  await press(executor, "ArrowRight");
  assert.equal(await here(executor), "c!2.1!!m2");
  await press(executor, "End");
  assert.equal(await here(executor), "c!2.1!!m3");
  await press(executor, "ArrowRight");
  assert.equal(await here(executor), "c!2.1!!m3", "the quarter is no input");
  await press(executor, "Home", "Shift+Enter");
  assert.equal(await here(executor), "c!1.2!!m1");
  await press(executor, "Control+End");
  assert.equal(await here(executor), "c!9.2!!m3");
  await press(executor, "Control+Home");
  assert.equal(await here(executor), "c!1.1!!m1");
  await press(executor, "9");
  await press(executor, "Escape");
  assert.equal(await cell(executor, "1.1!!m1").inputValue(), "12", "Escape brings back what stood there");
  // Within a number the arrows stay in it.
  await press(executor, "ArrowDown", "5", "6", "ArrowLeft", "ArrowLeft");
  assert.equal(await here(executor), "c!1.2!!m1");
  await press(executor, "Escape", "Home");
  assert.equal(await here(executor), "c!1.2!!m1");
});

test("«-» is one key, and goes on", async () => {
  await cell(executor, "2.1!!m1").focus();
  await press(executor, "-", "-");
  assert.equal(await here(executor), "c!2.3!!m1");
  await saved(executor);
  const now = await held(executor);
  assert.deepEqual(["2.1!!m1", "2.2!!m1", "2.3!!m1"].map(now), ["-", "-", ""]);
});

test("a block from a spreadsheet lands by place, and can be taken back at once", async () => {
  await cell(executor, "1.1!!m1").focus();
  // The quarter is copied with the months, and the row of the sum between the rows.
  await paste(executor, "1 234\t2\t3\t1 239\r\n4\t5\t6\t15\r\n99\t99\t99\t297\r\n7\t8\t-\t15\r\n");
  assert.equal(await cell(executor, "1.1!!m1").inputValue(), "1 234");
  assert.equal(await cell(executor, "2.1!!m2").inputValue(), "8");
  await saved(executor);
  const after = await held(executor);
  assert.deepEqual(["1.1!!m1", "1.2!!m3", "2.1!!m1", "2.1!!m3", "2.2!!m1"].map(after), ["1234", "6", "7", "-", "-"]);
  assert.equal((await shown(executor, "1!!q").textContent()).replace(/\s/g, ""), "1254");
  await press(executor, "Control+z");
  assert.ok((await told(executor)).length > 5, "it is said");
  await saved(executor);
  const back = await held(executor);
  assert.deepEqual(["1.1!!m1", "1.1!!m2", "1.2!!m1", "2.1!!m1", "2.1!!m2"].map(back), ["12", "", "3", "-", ""]);
  await press(executor, "Control+y");
  await saved(executor);
  assert.equal((await held(executor))("1.2!!m3"), "6");
  // How it came about stands in the history of the cell.
  await press(executor, "Control+Home", "F2");
  await executor.page.waitForURL(/\/cell\?row=1\.1/);
  await executor.look("report-cell");
  assert.ok(await executor.page.locator("tbody tr").count() >= 4);
});

test("a block is chosen, copied, cut and emptied", async () => {
  await executor.go(REPORT);
  await cell(executor, "1.1!!m1").focus();
  await press(executor, "Shift+ArrowRight", "Shift+ArrowDown");
  assert.equal(await executor.page.locator(".is-chosen").count(), 4);
  assert.match(await told(executor), /: 4$/);
  assert.equal(await taken(executor, "copy"), "1234\t2\n4\t5");
  assert.equal(await taken(executor, "cut"), "1234\t2\n4\t5");
  assert.equal(await cell(executor, "1.2!!m2").inputValue(), "");
  await press(executor, "Control+z");
  assert.equal(await cell(executor, "1.2!!m2").inputValue(), "5");
  await cell(executor, "3.1!!m1").focus();
  await paste(executor, "1\t2\n3\t4");
  await saved(executor);
  assert.equal((await held(executor))("3.2!!m2"), "4");
  await executor.page.locator('[data-cell="3.1!!m1"]').hover();
  await executor.page.mouse.down();
  await executor.page.locator('[data-cell="3.2!!m2"]').hover();
  await executor.page.mouse.up();
  assert.equal(await executor.page.locator(".is-chosen").count(), 4, "dragging chooses too");
  await press(executor, "Delete");
  await saved(executor);
  const now = await held(executor);
  assert.deepEqual(["3.1!!m1", "3.2!!m2", "1.1!!m1"].map(now), ["", "", "1234"]);
});

test("what is no number stays in its cell with the reason, and the counts follow", async () => {
  const input = cell(executor, "4!!m1");
  await input.focus();
  await executor.page.keyboard.type("1,5");
  await press(executor, "Enter");
  await executor.page.locator('[data-cell="4!!m1"].is-error').waitFor();
  assert.equal(await input.inputValue(), "1,5");
  assert.equal(await input.getAttribute("aria-invalid"), "true");
  const reason = await executor.page.locator(`#${await input.getAttribute("aria-describedby")}`).textContent();
  assert.ok(reason.length > 10);
  assert.equal((await held(executor))("4!!m1"), "");
  const unfilled = executor.page.locator("[data-count=unfilled] span");
  const before = Number(await unfilled.textContent());
  await input.focus();
  await executor.page.keyboard.type("2");
  await press(executor, "Enter");
  await executor.page.locator('[data-cell="4!!m1"]:not(.is-error)').waitFor();
  assert.equal(Number(await unfilled.textContent()), before - 1);
});

test("of two executors the second is told, and nothing is lost", async () => {
  const other = await Person.signIn(sapa, "justice.executor2", "report-executor");
  await other.go(REPORT);
  await cell(executor, "5!!m1").focus();
  await executor.page.keyboard.type("8");
  await press(executor, "Enter");
  await saved(executor);
  await cell(other, "5!!m1").focus();
  await other.page.keyboard.type("9");
  await press(other, "Enter");
  await other.page.locator('[data-cell="5!!m1"].is-error').waitFor();
  assert.equal(await cell(other, "5!!m1").inputValue(), "8", "the other's value");
  assert.match(await other.page.locator('[data-cell="5!!m1"] .sapa-grid__wrong').textContent(), /8/);
  assert.match(await told(other), /8/);
  assert.equal((await held(executor))("5!!m1"), "8");
  // Having read it, one may write over it.
  await cell(other, "5!!m1").focus();
  await other.page.keyboard.type("10");
  await press(other, "Enter");
  await other.page.locator('[data-cell="5!!m1"]:not(.is-error)').waitFor();
  assert.equal((await held(executor))("5!!m1"), "10");
  await other.page.context().close();
});

test("while the line is lost nothing is, and it is saved when it is back", async () => {
  await executor.go(REPORT);
  const context = executor.page.context();
  await context.setOffline(true);
  await cell(executor, "6!!m1").focus();
  await executor.page.keyboard.type("21");
  await press(executor, "Enter");
  await executor.page.locator('[data-saved][data-state="failed"]').waitFor();
  await executor.page.keyboard.type("22");
  await press(executor, "Enter");
  assert.equal(await cell(executor, "6!!m1").inputValue(), "21");
  await context.setOffline(false);
  await saved(executor);
  const now = await held(executor);
  assert.equal(now("6!!m1"), "21");
  // A link waits for what was typed just before it.
  await cell(executor, "6!!m2").focus();
  await executor.page.keyboard.type("23");
  await executor.page.locator(".sapa-tabs a").nth(1).click();
  await executor.page.waitForURL(/section=2/);
  assert.equal((await held(executor))("6!!m2"), "23");
  await press(executor, "Tab");
  await executor.page.locator(".sapa-grid__input").first().focus();
  await press(executor, "Control+PageDown");
  await executor.page.waitForURL(/section=3/);
});

test("without a script a section is filled, saved, and its lines come and go", async () => {
  const plain = await Person.signIn(sapa, "justice.report", "report-executor", { javaScriptEnabled: false });
  await plain.go(`${REPORT}?section=6`);
  await cell(plain, "19!!m1").fill("4");
  await cell(plain, "19!!m2").fill("-");
  await plain.page.locator(".sapa-grid-form__save button").click();
  await plain.page.waitForLoadState();
  assert.equal(await cell(plain, "19!!m1").inputValue(), "4");
  assert.equal(await shown(plain, "19!!q").textContent(), "4");
  await plain.go(`${REPORT}?section=3`);
  const service = await plain.page.locator("#services option").first().getAttribute("value");
  await plain.page.locator("#service-12-1").fill(service);
  await plain.page.locator("form.sapa-add-line").first().locator("button").click();
  await plain.page.waitForLoadState();
  assert.equal(await plain.page.locator(".is-line").count(), 1);
  await plain.page.locator(".is-line .sapa-grid__input").first().fill("5");
  await plain.page.locator(".sapa-grid-form__save button").click();
  await plain.page.waitForLoadState();
  assert.equal(await shown(plain, "12!!qn").textContent(), "5");
  await plain.page.locator(".sapa-grid__remove").click();
  await plain.page.waitForLoadState();
  assert.equal(await plain.page.locator(".is-line").count(), 0);
  await plain.page.context().close();
});

test("what came from below stands beside one's own number and follows it", async () => {
  const oblast = await Person.signIn(sapa, "akmola.report", "report-executor");
  await oblast.go("/reports/2-mq-2026-q3-akimat-akmola");
  const sum = oblast.page.locator('[data-cell="1.1!!m2"] .sapa-grid__sum');
  const below = Number(await sum.textContent());
  assert.ok(below > 0);
  await cell(oblast, "1.1!!m2").focus();
  await oblast.page.keyboard.type("5");
  await press(oblast, "Enter");
  await saved(oblast);
  assert.equal(await sum.textContent(), String(below + 5));
  assert.equal(await shown(oblast, "1.1!!q").textContent(), String(below + 5));
  await oblast.look("report-with-parts");
  await oblast.go("/reports/2-mq-2026-q3-akimat-akmola-district-arshaly");
  assert.equal(await oblast.page.locator(".sapa-grid__input").count(), 0, "what is accepted is only read");
  await oblast.look("report-accepted");
  await oblast.page.context().close();
});

test("the reasons of form 4-мқ are words, and its line has them", async () => {
  const person = await Person.signIn(sapa, "digital.report", "report-executor");
  await person.go("/reports/4-mq-2026-q3-min-digital");
  const first = (list) => person.page.locator(`#${list} option`).first().getAttribute("value");
  await person.page.locator("form.sapa-add-line [name=service]").fill(await first("services"));
  await person.page.locator("form.sapa-add-line [name=with]").fill(await first("providers"));
  await person.page.locator("form.sapa-add-line button").click();
  await person.page.waitForLoadState();
  await person.page.locator(".is-line .sapa-grid__input").first().focus();
  await paste(person, "100\t4\t-\tҚұжаттар толық емес");
  await saved(person);
  assert.equal(await person.page.locator('.is-line [data-column="refused-reason"] .sapa-grid__input').inputValue(), "Құжаттар толық емес");
  assert.equal(await shown(person, "1!!total").textContent(), "100");
  await person.look("report-4-mq");
  await person.page.context().close();
});

test("every page of a report is whole at both widths, in each language", async () => {
  const pages = ["/reports", REPORT, `${REPORT}?section=2`, `${REPORT}?section=3`, `${REPORT}/note`, `${REPORT}/versions`,
    `${REPORT}/cell?row=3.1&line=&column=m1`];
  for (const lang of ["kk", "ru", "en"]) {
    for (const path of pages) {
      await executor.go(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      assert.equal(await executor.page.locator("html").getAttribute("lang"), lang);
      for (const width of [1280, 360]) {
        await executor.page.setViewportSize({ width, height: 900 });
        await check(executor.page, `${path} in ${lang} at ${width} px`);
      }
      await executor.page.setViewportSize({ width: 1280, height: 900 });
    }
  }
  await executor.go(`${REPORT}?lang=kk`);
  await executor.page.setViewportSize({ width: 360, height: 800 });
  const low = await executor.page.locator(".sapa-grid__input").evaluateAll((all) => all.filter((i) => i.offsetHeight < 44).length);
  assert.equal(low, 0, "each input can be pressed with a finger");
});
