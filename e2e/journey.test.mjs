// A control event from its order to the closed case, by four personas, in Kazakh; axe on each page.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Person, check, pass, start } from "./sapa.mjs";

let sapa;
before(async () => { sapa = await start(); });
after(async () => { await sapa?.stop(); });

const OBJECT = "min-justice-td-akmola";

test("from the order to the closed case", async () => {
  const executor = await Person.signIn(sapa, "justice.executor1", "responsible-executor");
  const unit = await Person.signIn(sapa, "justice.unit-head", "unit-head");
  const leader = await Person.signIn(sapa, "justice.leader", "leader");
  const head = await Person.signIn(sapa, "justice-akmola.head", "control-object-head");
  assert.equal(await executor.page.locator("html").getAttribute("lang"), "kk");
  await executor.look("work");

  // §41: the order is drafted and signed.
  await executor.step("/open/control-event", {
    ground: "appeal", reference: "ЖТ-117", facts: "Анықтама мерзімінен кеш берілген (демо).", object: OBJECT,
    matter: "Мемлекеттік қызметтерді көрсету мерзімдерінің сақталуы", executors: ["justice.executor1"], impartial: true,
  });
  const path = new URL(executor.page.url()).pathname;
  await executor.look("case-drafted");
  await executor.step(`${path}/steps/engage-expert`, {
    name: "Сарапшы Үлгі (демо)", organisation: "Сараптама орталығы", speciality: "ақпараттық жүйелер", relation: "none",
  });
  await leader.step(`${path}/steps/sign-order`);
  // §45: nobody of the object sees the case before the notice.
  await head.go(path);
  assert.match(await head.page.locator("h1").innerText(), /табылмады/);
  await executor.step(`${path}/steps/send-notice`, { prepare: "Өтініштерді тіркеу журналы", contact: "8 (7172) 00-00-00" });
  await head.go(path);
  await head.look("case-of-the-object");

  // §46–50: the event is held.
  await pass(executor, 4);
  await executor.step(`${path}/steps/start-event`, { to_name: "Үлгі А. (демо)", to_position: "кеңсе маманы" });
  await executor.step(`${path}/steps/record-action`, { action: "documents", text: "Тіркеу журналдары" });
  const scan = join(sapa.folder, "журнал.png");
  await writeFile(scan, Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"));
  await head.step(`${path}/steps/answer-action`, { action: "1", text: "Журналдар ұсынылды", "files-new": scan });
  await executor.step(`${path}/steps/record-finding`, {
    violation: "3-1", severity: "significant", description: "Қызмет белгіленген мерзімнен кеш көрсетілген",
    count: "3", evidence: "Тіркеу журналының көшірмесі", "files-new": scan,
  });
  const marks = Object.fromEntries([...Array(10).keys()].map((n) => [`marks-${n}-mark`, n === 0 ? "violated" : "met"]));
  await executor.step(`${path}/steps/mark-checklist`, marks);
  await executor.step(`${path}/steps/draft-act`, {
    place: "Көкшетау қаласы", time: "16:30", head_name: "Үлгі Б. (демо)", head_position: "департамент басшысы",
    analysis: "Департамент 12 мемлекеттік қызмет көрсетеді.", results: "Мерзімнің бұзылуы анықталды.",
    causes: "Ішкі бақылаудың әлсіздігі.", liability: "Кінәлі адамдардың тәртіптік жауапкершілігін қарау.",
    "recommendations-0-text": "Өтініштердің мерзімін күн сайын бақылау",
    "recommendations-0-term": new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
  });
  await executor.step(`${path}/steps/sign-act`);
  await executor.step(`${path}/steps/present-act`);
  await head.step(`${path}/steps/acquaint`);
  await head.step(`${path}/steps/countersign-act`);

  // §52–53: materials, decision, letter.
  await executor.step(`${path}/steps/submit-materials`);
  await leader.step(`${path}/steps/decide`, { decisions: ["letter"], grounds: "Материалдар қаралды." });
  await executor.step(`${path}/steps/draft-letter`);
  await leader.step(`${path}/steps/sign-letter`);
  await head.step(`${path}/steps/receive-letter`, { by_name: "Үлгі Б. (демо)" });

  // §54–56: plan, reports, liability, closing.
  await head.step(`${path}/steps/submit-action-plan`, {
    "actions-0-executor": "Бөлім басшысы", "actions-0-completion": "бұйрық",
  });
  await unit.step(`${path}/steps/accept-action-plan`);
  await head.step(`${path}/steps/report-measure`, { measure: "1", text: "Бұйрық шығарылды" });
  await head.step(`${path}/steps/record-liability`, { penalty: "7-1", person: "8-1", order: "12-ж", "files-new": scan });
  await executor.step(`${path}/steps/restore-rights`, { findings: ["1"], text: "Қызметтер көрсетілді" });
  await unit.step(`${path}/steps/accept-measure`, { measure: "1" });
  await unit.step(`${path}/steps/close-event`);
  await unit.look("case-closed");
  assert.equal(await unit.page.locator(".sapa-rail__step--now").count(), 0);

  // The act can be downloaded, and its page under the code knows it again.
  const link = unit.page.locator("a[href$='/kk.pdf']").filter({ hasText: "акті" }).first();
  const download = await unit.page.request.get(sapa.url + await link.getAttribute("href"));
  const pdf = await download.body();
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  const code = (await link.getAttribute("href")).split("/")[2];
  const act = join(sapa.folder, "act.pdf");
  await writeFile(act, pdf);
  await unit.go(`/v/${code}`);
  await unit.look("verify");
  await unit.page.locator("input[type=file]").setInputFiles(act);
  await unit.page.locator("main form button").click();
  assert.match(await unit.page.locator(".govuk-inset-text").innerText(), /сәйкес келеді/);

  // The chain is whole.
  const { stdout } = await promisify(execFile)(sapa.binary, ["verify", "--db", `sqlite:${sapa.database}`]);
  assert.match(stdout, /[0-9a-f]{64}/);
});

test("each page in each language, at both widths, without violations", async () => {
  for (const width of [1280, 360]) {
    const person = await Person.signIn(sapa, "justice.unit-head", "unit-head", { width });
    await person.go("/cases");
    const href = await person.page.locator("table a").first().getAttribute("href");
    for (const lang of ["kk", "ru", "en"]) {
      for (const path of ["/", "/cases", "/plans", href, "/open/control-event", "/open/annual-plan", "/notifications", "/sign-in",
        `${href}/duties/45/why`]) {
        await person.go(`${path}?lang=${lang}`);
        await check(person.page, `${path} ${lang} ${width}`);
      }
    }
  }
});
