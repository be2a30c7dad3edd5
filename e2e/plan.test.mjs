// The annual plan from its draft to a control event on its ground, in Kazakh.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { Person, later, pass, readPdf, start } from "./sapa.mjs";

let sapa;
before(async () => { sapa = await start(); });
after(async () => { await sapa?.stop(); });

const AKMOLA = "min-justice-td-akmola";
const KARAGANDA = "min-justice-td-karaganda";

test("the plan is drafted, approved, supplemented and is the ground of an event", async () => {
  const executor = await Person.signIn(sapa, "justice.executor1", "responsible-executor");
  const leader = await Person.signIn(sapa, "justice.leader", "leader");
  const today = await executor.today();
  // Late in the year the plan is for the next one, else for this one.
  const next = Number(today.slice(5, 7)) >= 10;
  const year = String(Number(today.slice(0, 4)) + (next ? 1 : 0));
  const from = next ? `${year}-01-12` : later(today, 40);
  const to = [later(from, 90), `${year}-12-30`].sort()[0];

  await executor.go("/open/annual-plan");
  await executor.look("open-plan");
  await executor.send({ year: "2019" }, { expect: /Жоспардың жылы/ });
  await executor.send({ year });
  const plan = new URL(executor.page.url()).pathname;
  await executor.look("plan-empty");
  await leader.cannot(`${plan}/steps/approve-plan`, /§42 Жоспарда бірде-бір іс-шара жоқ/);

  const item = { object: AKMOLA, matter: "Анықтама беру мерзімдері", from, to, completion: "акт", executors: ["justice.executor1"] };
  await executor.step(`${plan}/steps/add-plan-item`, item);
  await executor.go(`${plan}/steps/add-plan-item`);
  await executor.send({ ...item, matter: "Қызмет сапасы", from: to, to: later(to, 0) }, { expect: /§42 Бұл объект сол уақытқа жоспарланып қойған/ });
  await executor.look("plan-clash");
  await executor.send({ object: KARAGANDA, from: to, to: from }, { expect: /§42 Басталатын ең кеш күн/ });
  await executor.send({ from: `${Number(year) - 1}-12-01`, to }, { expect: new RegExp(`§42 .*${year} жылғы`) });
  await executor.send({ from });

  // Approved by order: the document is seen first.
  await leader.go(`${plan}/steps/approve-plan`);
  const preview = leader.page.locator(".sapa-preview img").first();
  await leader.page.waitForFunction(() => document.querySelector(".sapa-preview img")?.naturalWidth > 0);
  assert.ok(await preview.isVisible());
  await leader.look("approve-plan");
  await leader.send();
  await leader.look("plan-approved");
  const text = await readPdf(sapa, await leader.pdf("жоспар"));
  assert.match(text, /Анықтама беру мерзімдері/);
  assert.match(text, /Қызмет сапасы/);
  await executor.cannot(`${plan}/steps/add-plan-item`, /§41 Жоспар бекітілген/);
  await leader.step(`${plan}/steps/supplement-plan`, {
    object: "min-justice-forensic", matter: "Сот сараптамасының мерзімдері", from, to, completion: "акт",
    executors: ["justice.executor1"], reason: "Уәкілетті органның тапсырмасы",
  });
  await leader.look("plan-supplemented");
  assert.match(await leader.page.locator("#items + table").innerText(), /Сот сараптамасының[\s\S]*|бұйрықпен қосылған/);
  assert.match(await readPdf(sapa, await leader.pdf("жоспар")), /Сот сараптамасының/);

  // The plan is the ground only for what it names, when it says.
  const order = { ground: "plan", object: AKMOLA, matter: "Анықтама беру мерзімдері", executors: ["justice.executor1"], impartial: true };
  await executor.go("/open/control-event");
  const entry = await executor.page.locator("select[name=plan_item] option").filter({ hasText: "Анықтама беру" }).getAttribute("value");
  await executor.send(order, { expect: /§41 Жылдық жоспардағы іс-шара таңдалмаған/ });
  await executor.send({ plan_item: entry, object: KARAGANDA }, { expect: /§41 Жоспардағы бұл іс-шараның объектісі басқа/ });
  await executor.send({ object: AKMOLA }, { expect: /§42 Басталатын күн жоспардағы мерзімнен тыс/ });
  await executor.look("outside-planned-dates");
  for (let tries = 0; (await executor.go("/")) && await executor.today() < from; tries += 1) {
    assert.ok(tries < 30, "the planned days come");
    await pass(executor, 5);
  }
  await executor.step("/open/control-event", { ...order, plan_item: entry });
  const event = new URL(executor.page.url()).pathname;
  await leader.step(`${event}/steps/sign-order`);
  assert.match(await readPdf(sapa, await leader.pdf("бұйрық")), /жоспар/);
  await executor.go("/open/control-event");
  const left = await executor.page.locator("select[name=plan_item] option").allInnerTexts();
  assert.ok(!left.some((text) => text.includes("Анықтама беру")), "one item of the plan, one event");
  await executor.go("/plans");
  await executor.look("plans");
});
