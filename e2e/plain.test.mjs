// Without scripts, with the keyboard alone, in another language, with the Kazakh letters.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { PASSWORD, Person, later, pass, readPdf, start } from "./sapa.mjs";

let sapa;
before(async () => { sapa = await start(); });
after(async () => { await sapa?.stop(); });

const LETTERS = "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і";
const ORDER = {
  ground: "appeal", reference: "ЖТ-119", facts: "Анықтама кеш берілген (демо).", object: "min-justice-td-akmola",
  matter: `Қызмет көрсету мерзімдері: ${LETTERS}`, executors: ["justice.executor1"], impartial: true,
};
let path;

test("each first step can be taken without JavaScript, rows included", async () => {
  const plain = { javaScriptEnabled: false };
  const executor = await Person.signIn(sapa, "justice.executor1", "responsible-executor", plain);
  const leader = await Person.signIn(sapa, "justice.leader", "leader", plain);
  await executor.go("/open/control-event");
  await executor.send({ ...ORDER, impartial: false, reference: "" }, { expect: /бейтарап екені расталмаған/ });
  await executor.send({ reference: ORDER.reference, impartial: true });
  path = new URL(executor.page.url()).pathname;
  await executor.look("case-without-script");
  await leader.step(`${path}/steps/sign-order`);
  await executor.step(`${path}/steps/send-notice`, { contact: "8 (7172) 00-00-00" });
  await pass(executor, 4);
  await executor.step(`${path}/steps/start-event`, { to_name: "Үлгі А. (демо)", to_position: "кеңсе маманы" });
  const marks = Object.fromEntries([...Array(10).keys()].map((n) => [`marks-${n}-mark`, "met"]));
  await executor.step(`${path}/steps/mark-checklist`, marks);
  const term = later(await executor.today(), 60);
  await executor.step(`${path}/steps/draft-act`, {
    place: "Көкшетау қаласы", "present-0-name": "Үлгі Г. (демо)", "present-0-position": "заңгер",
    "recommendations-0-text": "Бірінші ұсыным", "recommendations-0-term": term,
    "recommendations-2-text": "Екінші ұсыным", "recommendations-2-term": term,
  });
  // The rows left blank between them are not kept, and there is a blank one to go on with.
  await executor.go(`${path}/steps/draft-act`);
  assert.equal(await executor.value("recommendations-0-text"), "Бірінші ұсыным");
  assert.equal(await executor.value("recommendations-1-text"), "Екінші ұсыным");
  assert.equal(await executor.value("recommendations-2-text"), "");
  await executor.look("draft-act-without-script");
  // «Why this date?» is a page of its own then.
  await executor.go(path);
  const why = await executor.page.locator(".sapa-why a").first().getAttribute("href");
  await executor.go(why);
  await executor.look("why-without-script");
  assert.equal(await executor.page.locator("h1").count(), 1);
});

test("the language is remembered, and the page stays the same page", async () => {
  const person = await Person.signIn(sapa, "justice.unit-head", "unit-head");
  await person.go("/cases?state=open");
  await person.page.getByRole("link", { name: "Русский", exact: true }).click();
  await person.page.waitForURL(/lang=ru/);
  assert.equal(new URL(person.page.url()).searchParams.get("state"), "open", "the question of the page is kept");
  for (const next of ["/", "/plans", path]) {
    await person.go(next);
    assert.equal(await person.page.locator("html").getAttribute("lang"), "ru");
  }
  await person.look("case-in-russian");
  await person.page.getByRole("link", { name: "Қазақша", exact: true }).click();
  await person.page.waitForURL(/lang=kk/);
  assert.equal(await person.page.locator("html").getAttribute("lang"), "kk");
});

test("one signs in and takes a step with the keyboard alone", async () => {
  const context = await sapa.browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const keys = page.keyboard;
  const tabTo = async (selector) => {
    for (let tries = 0; tries < 120; tries += 1) {
      await keys.press("Tab");
      const there = await page.evaluate((s) => document.activeElement?.matches(s), selector);
      if (there) return;
    }
    assert.fail(`Tab does not reach ${selector} on ${page.url()}`);
  };
  const sent = () => page.waitForNavigation();
  await page.goto(`${sapa.url}/sign-in`);
  await keys.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".govuk-skip-link")), "the way past the menu comes first");
  await keys.press("Enter");
  await tabTo("#login");
  await keys.type("justice.executor1");
  await tabTo("#password");
  await keys.type(PASSWORD);
  await Promise.all([sent(), keys.press("Enter")]);
  assert.equal(new URL(page.url()).pathname, "/");

  await tabTo("a[href='/cases']");
  await Promise.all([sent(), keys.press("Enter")]);
  await tabTo(`a[href='${path}']`);
  await Promise.all([sent(), keys.press("Enter")]);
  await tabTo("a[href$='/steps/record-action']");
  await Promise.all([sent(), keys.press("Enter")]);
  await tabTo("[name=action]");
  await keys.press("Space");
  await tabTo("[name=text]");
  await keys.type("Пернетақтамен тіркелді");
  await tabTo("main button[type=submit]");
  const focus = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return `${style.outlineStyle} ${style.boxShadow} ${style.borderColor}`;
  });
  assert.ok(!/^none none /.test(focus), "where one is can be seen");
  await Promise.all([sent(), keys.press("Enter")]);
  assert.equal(new URL(page.url()).pathname, path);
  assert.match(await page.locator(".sapa-timeline").first().innerText(), /Пернетақтамен тіркелді/);
});

test("the Kazakh letters are Golos Text on the page, and whole in the document", async () => {
  const person = await Person.signIn(sapa, "justice.executor1", "responsible-executor");
  await person.go(path);
  const page = person.page;
  await page.evaluate((letters) => {
    for (const weight of ["400", "600"]) {
      const probe = document.createElement("p");
      probe.className = "govuk-body probe";
      probe.style.fontWeight = weight;
      probe.textContent = letters.replaceAll(" ", "");
      document.querySelector("main").append(probe);
    }
  }, LETTERS);
  await page.evaluate(() => document.fonts.ready);
  const client = await page.context().newCDPSession(page);
  await client.send("DOM.enable");
  await client.send("CSS.enable");
  const { root } = await client.send("DOM.getDocument");
  const { nodeIds } = await client.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: ".probe" });
  assert.equal(nodeIds.length, 2);
  for (const nodeId of nodeIds) {
    const { fonts } = await client.send("CSS.getPlatformFontsForNode", { nodeId });
    assert.deepEqual(fonts.map((f) => [f.familyName, f.isCustomFont]), fonts.map(() => ["Golos Text", true]));
    assert.equal(fonts.reduce((sum, f) => sum + f.glyphCount, 0), 18);
  }
  const text = await readPdf(sapa, await person.pdf("бұйрық"));
  for (const letter of LETTERS.split(" ")) assert.ok(text.includes(letter), `${letter} is in the PDF`);
});
