// A control event on which everything goes wrong that the Rules or the product have to refuse, in Kazakh.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Person, later, pass, start } from "./sapa.mjs";

let sapa;
before(async () => { sapa = await start(); });
after(async () => { await sapa?.stop(); });

const OBJECT = "min-justice-td-akmola";
const FACTS = "Анықтама мерзімінен кеш берілген, өтініш беруші шағымданды (демо).";
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** As the pages write it in Kazakh. */
const told = (iso) => iso.split("-").reverse().join(".");

test("what the Rules forbid is refused with the paragraph, nothing is lost, nothing happens twice", async (t) => {
  const [executor, second, unit, leader, head] = await Promise.all([
    Person.signIn(sapa, "justice.executor1", "responsible-executor"),
    Person.signIn(sapa, "justice.executor2", "responsible-executor"),
    Person.signIn(sapa, "justice.unit-head", "unit-head"),
    Person.signIn(sapa, "justice.leader", "leader"),
    Person.signIn(sapa, "justice-akmola.head", "control-object-head"),
  ]);
  const page = executor.page;
  let path;
  let broken = false;
  const chapter = (name, steps) => t.test(name, { skip: broken }, async () => {
    broken = true;
    await steps();
    broken = false;
  });
  const at = (step) => `${path}/steps/${step}`;

  await chapter("§38: an object of another ministry is refused, what was typed stays", async () => {
    await executor.go("/open/control-event");
    await page.locator(`select[name=object] option[value="${OBJECT}"]`).evaluate((option) => { option.value = "min-health"; });
    const order = {
      ground: "appeal", reference: "ЖТ-118", facts: FACTS, object: "min-health",
      matter: "Қызмет көрсету мерзімдері", executors: ["justice.executor1"], impartial: true,
    };
    await executor.send(order, { expect: /бақылау аясына кірмейді/ });
    await executor.look("object-refused");
    // §3: without the declaration of impartiality; §41: an appeal without facts.
    await page.locator("[name=impartial]").uncheck();
    await executor.send({ object: OBJECT }, { expect: /бейтарап екені расталмаған/ });
    await executor.send({ impartial: true, facts: "" }, { expect: /§41 Нақты фактілер/ });
    const too_long = later(await executor.value("start"), 60);
    const end = await executor.value("end");
    await executor.send({ facts: FACTS, end: too_long }, { expect: /§43 Бақылау іс-шарасы 10 жұмыс күнінен аспауға тиіс/ });
    await executor.send({ end });
    path = new URL(page.url()).pathname;
  });

  await chapter("§48: an expert with a relation is refused", async () => {
    await executor.go(at("engage-expert"));
    const expert = { name: "Сарапшы Үлгі (демо)", organisation: "Сараптама орталығы", speciality: "ақпараттық жүйелер" };
    await executor.send({ ...expert, relation: "labour" }, { expect: /§48 Сарапшы Үлгі .* тартылмайды/ });
    await executor.look("expert-refused");
    await executor.send({ relation: "none" });
  });

  await chapter("a wrong password signs nothing", async () => {
    await leader.step(at("sign-order"), {}, { password: "басқа", expect: /Құпиясөз дұрыс емес, құжатқа қол қойылмады/ });
    await leader.look("wrong-password");
    await leader.send();
  });

  await chapter("§45: no start before the notice, no notice by who is not named, none too late", async () => {
    await executor.cannot(at("start-event"), /§45 .*хабарлама әлі жіберілмеген/);
    // Sent nevertheless, it is refused in the same words and nothing happens.
    await executor.sendAnyway({ to_name: "Үлгі А. (демо)", to_position: "маман" }, /§45 .*хабарлама әлі жіберілмеген/);
    await second.cannot(at("send-notice"), /§45 .*бұйрықта аталған жауапты орындаушылар/);
    await second.sendAnyway({ contact: "8 (7172) 11-11-11" }, /бұйрықта аталған/);
    await pass(executor, 5);
    const late = await executor.cannot(at("send-notice"), /ең ерте мүмкін басталу күні/);
    await leader.go(at("move-start"));
    const earliest = await leader.value("start");
    assert.match(late, new RegExp(told(earliest).replaceAll(".", "\\.")), "the notice says what the leader may set");
    const end = await leader.value("end");
    await leader.send({ reason: "Хабарлама уақтылы жіберілмеді", end: later(earliest, -1) }, { expect: /§43 Аяқталатын күн/ });
    await leader.send({ end });
    await executor.step(at("send-notice"), { contact: "8 (7172) 00-00-00" });
    await executor.cannot(at("start-event"), /§46 .*әлі келген жоқ/);
  });

  await chapter("a stale page shows what happened since; a double click takes the step once", async () => {
    await pass(executor, 4);
    await executor.step(at("start-event"), { to_name: "Үлгі А. (демо)", to_position: "кеңсе маманы" });
    await executor.go(at("record-action"));
    await unit.step(at("record-action"), { action: "study", text: "Құжаттамамен танысу", answer_by: "" });
    const typed = "Жазып отырған мәтін: тіркеу журналдары";
    await executor.send({ action: "documents", text: typed }, { expect: /Осы уақыт ішінде іс өзгерді/ });
    await executor.look("stale");
    assert.match(await page.locator(".govuk-inset-text li").first().innerText(), /Жобалиева/);
    await executor.button().dblclick();
    await page.waitForURL((url) => url.pathname === path);
    const journal = await executor.journal(path);
    assert.equal(journal.filter((f) => f.text.includes(typed)).length, 1);
    // Sent twice at once, without the button's help.
    await executor.go(at("record-action"));
    await executor.fill({ action: "monitoring-data", text: "Екі рет жіберілген" });
    const answers = await page.evaluate(() => {
      const form = document.querySelector("main form");
      const send = () => fetch(form.getAttribute("action"), { method: "POST", body: new FormData(form) }).then((r) => r.status);
      return Promise.all([send(), send()]);
    });
    assert.deepEqual(answers, [200, 200]);
    const after = await executor.journal(path);
    assert.equal(after.filter((f) => f.text.includes("Екі рет жіберілген")).length, 1);
  });

  await chapter("§44: the term is extended once", async () => {
    await leader.cannot(at("extend"), /§44 .*дәлелді ұсынысы жоқ/);
    await executor.go(at("propose-extension"));
    const until = await executor.value("until");
    await executor.send({ reason: "Құжаттардың көлемі үлкен", until: later(until, 20) }, { expect: /§44 Мерзім 10 жұмыс күнінен аспайтын/ });
    await executor.send({ until });
    await executor.cannot(at("propose-extension"), /§44 .*ұсыныс енгізілген/);
    await leader.step(at("extend"));
    await executor.cannot(at("propose-extension"), /§44 Мерзім рұқсат етілгенше ұзартылған/);
  });

  const scan = join(sapa.folder, "журнал.png");
  await chapter("a file of the wrong kind is refused, what was typed stays", async () => {
    const wrong = join(sapa.folder, "бағдарлама.pdf");
    await writeFile(wrong, Buffer.from("MZ\u0090\u0000 this is no document"));
    await writeFile(scan, PNG);
    await executor.go(at("record-finding"));
    const finding = {
      violation: "3-1", severity: "significant", description: "Қызмет мерзімінен кеш көрсетілген", count: "3",
      evidence: "Тіркеу журналының көшірмесі",
    };
    await executor.send({ ...finding, "files-new": wrong }, { expect: /бағдарлама\.pdf: Файл/ });
    await executor.look("file-refused");
    await executor.send({ "files-new": scan });
  });

  await chapter("§50: an act with items missing is not signed, and the page names them", async () => {
    await executor.go(at("draft-act"));
    await executor.send({
      place: "Көкшетау қаласы", time: "16:30", head_name: "Үлгі Б. (демо)", head_position: "департамент басшысы",
      analysis: "Департамент 12 мемлекеттік қызмет көрсетеді.", results: "Мерзімнің бұзылуы анықталды.",
      liability: "Кінәлі адамдардың жауапкершілігін қарау.",
      "recommendations-0-text": "Өтініштердің мерзімін күн сайын бақылау", "recommendations-0-term": later(await executor.today(), 200),
    });
    await executor.cannot(at("sign-act"), /§50 Актінің мына тармақтары толық емес: 8, 9\./);
    const marks = (first) => Object.fromEntries([...Array(10).keys()].map((n) => [`marks-${n}-mark`, n ? "met" : first]));
    await executor.go(at("mark-checklist"));
    await executor.send(marks("met"), { expect: /§50 Бұл талап бойынша бұзушылық тіркелген/ });
    await executor.look("checklist-refused");
    await executor.send(marks("violated"));
    await executor.cannot(at("sign-act"), /толық емес: 8\./);
    await executor.step(at("draft-act"), { causes: "Ішкі бақылаудың әлсіздігі." });
    await second.cannot(at("sign-act"), /бұйрықта аталған/);
    await executor.step(at("sign-act"));
  });

  await chapter("§49: presented after the end date it needs a reason and is late for ever", async () => {
    await pass(executor, 30);
    await executor.go(at("present-act"));
    await executor.send({}, { expect: /§49 Акт бұйрықтағы аяқталу күнінен .* кеш ұсынылған/ });
    await executor.look("presented-late");
    await executor.send({ late_reason: "Объект басшысы іссапарда болды" });
    await executor.step(at("refuse-acquaintance"), { mark: "Басшы актімен танысудан бас тартты" });
    await executor.cannot(at("submit-materials"), /жауап беру мерзімі әлі өткен жоқ/);
  });

  await chapter("§51: late objections are kept", async () => {
    await pass(executor, 5);
    await head.step(at("file-objections"), { text: "Бұзушылықпен келіспейміз: кешігу жүйенің тоқтауынан болды." });
    await leader.cannot(at("decide"), /§52 .*әлі ұсынылмаған/);
    await executor.step(at("submit-materials"));
  });

  await chapter("§53: only a decision that the act allows, and only one of two made at once", async () => {
    const other = await Person.signIn(sapa, "justice.leader", "leader");
    await leader.go(at("decide"));
    await other.go(at("decide"));
    const grounds = "Материалдар мен қарсылықтар қаралды.";
    await leader.send({ decisions: ["note"], grounds }, { expect: /§53 Актіде ұсыным немесе ескерту бар/ });
    await leader.send({ decisions: ["letter"] });
    await other.send({ decisions: ["letter"], grounds }, { expect: /Осы уақыт ішінде іс өзгерді/ });
    await other.look("decided-meanwhile");
    await other.page.context().close();
    const journal = await leader.journal(path);
    assert.equal(journal.filter((f) => f.text.includes(grounds)).length, 1);
  });

  await chapter("§54–55: a late plan is marked, a plan that leaves a measure out is refused", async () => {
    await executor.go(at("draft-letter"));
    const term = await executor.value("measures-0-term");
    await executor.send({
      "measures-1-kind": "improve-procedures", "measures-1-text": "Ішкі ресімдерді жақсарту", "measures-1-term": term,
    });
    await leader.step(at("sign-letter"));
    await head.cannot(at("submit-action-plan"), /алғаны әлі тіркелмеген/);
    await head.step(at("receive-letter"), { by_name: "Үлгі Б. (демо)" });
    await unit.cannot(at("close-event"), /§56 Хаттағы мына шаралар әлі аяқталмаған: 1, 2\./);
    await pass(head, 8);
    const actions = {
      "actions-0-executor": "Бөлім басшысы", "actions-0-completion": "бұйрық",
      "actions-1-executor": "Бас маман", "actions-1-completion": "нұсқаулық",
    };
    await head.go(at("submit-action-plan"));
    await head.send({ ...actions, "actions-1-measure": "1" }, { expect: /§55 Хаттағы 2-шара жоспарға енгізілмеген/ });
    await head.look("measure-left-out");
    await head.send({ "actions-1-measure": "2" });
  });

  await chapter("§56: no copy, no liability; closing only when every measure is settled", async () => {
    await unit.step(at("accept-action-plan"));
    await head.go(at("record-liability"));
    await head.send({ penalty: "7-1", person: "8-1", order: "12-ж" }, { expect: /§56 .*көшірмесі тіркелмеген/ });
    await head.step(at("report-measure"), { measure: "1", text: "Бұйрық шығарылды" });
    await unit.step(at("accept-measure"), { measure: "1" });
    await unit.cannot(at("close-event"), /әлі аяқталмаған: 2\./);
    await unit.step(at("waive-measure"), { measure: "2", reason: "Ресім енді қолданылмайды" });
    await unit.go(at("close-event"));
    await unit.send({}, { expect: /§56 Актіде кінәлі адамдарды жауапкершілікке тарту ұсынылған/ });
    await unit.send({ no_liability: "Кінәлі адам жұмыстан шыққан" });
    await unit.look("case-closed-late");
    const late = (await unit.journal(path)).filter((fact) => fact.late).map((fact) => fact.text.trim().split("\n")[0]);
    assert.equal(late.length, 4, `the act, the objections, the materials and the plan: ${late.join("; ")}`);
    assert.equal((await unit.page.goto(sapa.url + at("record-action"))).status(), 404, "a closed case is only read");
  });
});
