// External control in Kazakh: an inspection on a complaint, its prescription, more time, a follow-up inspection; a visit from
// the half-year list, refused, suspended over the May holidays, extended, objected to. axe on each page.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { Person, check, later, pass, readPdf, start } from "./sapa.mjs";

let sapa;
before(async () => { sapa = await start({}, { cases: true }); });
after(async () => { await sapa?.stop(); });

const MATTER = "Қызмет көрсетуден бас тартудың негізділігі";
const people = async () => ({
  officer: await Person.signIn(sapa, "td-akmola.inspector", "inspector"),
  second: await Person.signIn(sapa, "td-akmola.inspector2", "inspector"),
  leader: await Person.signIn(sapa, "td-akmola.leader", "leader"),
});
const path = (person) => new URL(person.page.url()).pathname;

/** The result is written, signed by everybody who has to, and handed over. */
async function finish(control, officers, { act = true, marks = {} } = {}) {
  const [officer] = officers;
  await officer.step(`${control}/steps/mark-requirements`, marks);
  await officer.step(`${control}/steps/draft-results`, {
    place: "Көкшетау қаласы", time: "16:30", representative_name: "Үлгі Б. (демо)", representative_position: "басшы",
    held_at: "Көкшетау қаласы, Сапа көшесі, 1-үй", results: "Талаптардың бұзылуы анықталды.",
  });
  await officer.go(`${control}/steps/draft-prescription`);
  await officer.fill({ "items-0-text": "Бас тарту тәртібі заңға сәйкестендірілсін" });
  await officer.send();
  for (const step of [...(act ? ["sign-results"] : []), "sign-prescription"]) {
    for (const person of officers) await person.step(`${control}/steps/${step}`);
  }
  await officer.step(`${control}/steps/deliver-results`, { to_name: "Үлгі Б. (демо)", to_position: "басшы", way: "hand" });
}

test("an inspection on a complaint, its prescription, more time, not remedied, the follow-up inspection", async () => {
  const { officer, second, leader } = await people();
  const subject = await Person.signIn(sapa, "akmola-education.head", "control-object-head");
  await officer.go("/external");
  await officer.look("external");
  await officer.step("/open/appeal", {
    source: "17-1", channel: "16-2", applicant: "Үлгіов Н. (демо)", applicant_kind: "natural", contact: "8 (000) 000-00-00",
    subject: "akimat-akmola-education", matter: "Дәлелсіз бас тарту", text: "Өтінішім екі рет дәлелсіз қабылданбады.",
  });
  const appeal = path(officer);
  await officer.look("appeal");
  await leader.step(`${appeal}/steps/accept-as-ground`, { ground: "4" });
  await officer.go(appeal);
  await officer.page.locator("main a").filter({ hasText: /тексеру тағайындау/ }).click();
  await officer.page.waitForLoadState();
  await officer.look("draft-appointment-from-appeal");
  const draft = {
    matter: MATTER, objects: "Ақмола облысы, Көкшетау қаласы", acts: "«Мемлекеттік көрсетілетін қызметтер туралы» Заң",
    requirements: ["7"], officers: ["td-akmola.inspector", "td-akmola.inspector2"], impartial: true, registration: "before",
  };
  await officer.send(draft);
  const control = path(officer);
  await leader.step(`${control}/steps/sign-appointment`);
  assert.match(await readPdf(sapa, await leader.pdf("акт")), /Көкшетау/);
  // Unregistered, it cannot begin (art. 156).
  await officer.cannot(`${control}/steps/start-inspection`, /тіркел/);
  await officer.step(`${control}/steps/record-registration`, { number: "ҚС-17" });
  await officer.step(`${control}/steps/study-materials`, { materials: "Соңғы екі тоқсанның есептері" });
  await pass(officer, 1);
  await officer.step(`${control}/steps/start-inspection`, { to_name: "Үлгі Б. (демо)", to_position: "басшы", act_shown: true, acquainted: true });
  await officer.step(`${control}/steps/make-request`, { power: "documents", text: "Өтініштерді тіркеу журналы" });
  await subject.step(`${control}/steps/answer-inspection-request`, { request: "1", text: "Журнал ұсынылды" });
  await officer.step(`${control}/steps/keep-protected`, { secret: "commercial", title: "Шарт", text: "Құпия сома" });
  await officer.step(`${control}/steps/record-violation`, {
    requirement: "7", description: "Екі өтініш дәлелсіз қабылданбаған", count: "2", evidence: "Тіркеу журналы",
  });
  await finish(control, [officer, second]);
  await officer.go(control);
  await officer.look("inspection-delivered");
  assert.match(await readPdf(sapa, await officer.pdf("нұсқама")), /өрескел/);

  // §34: the subject's head sees that there is something, and nothing of it.
  await subject.go(control);
  assert.ok(!(await subject.page.content()).includes("Құпия сома"));
  const opened = await officer.page.locator("a[href*='/protected/']").first().getAttribute("href");
  await subject.go(opened);
  assert.match(await subject.page.locator("h1").innerText(), /табылмады/);
  await officer.go(opened);
  await officer.look("protected");
  assert.match(await officer.page.locator("main").innerText(), /Құпия сома[\s\S]*Байқауова/);

  // §29: more time is asked for and granted; then nothing is remedied.
  await subject.go("/");
  await subject.look("entrance");
  const until = await subject.go(`${control}/steps/ask-more-time`).then(() => subject.value("until"));
  await subject.send({ items: ["1"], until, measures_taken: "Тәртіп қайта жазылуда", reasons: "Жүйені пысықтау керек" });
  await leader.step(`${control}/steps/decide-more-time`, { more_time: "granted", reason: "Дәлелдер расталды" });
  assert.match(await readPdf(sapa, await leader.pdf("шешім")), new RegExp(until.split("-").reverse().join(".")));
  await subject.step(`${control}/steps/report-elimination`, { items: ["1"], text: "Бұйрық дайындалуда" });
  await officer.step(`${control}/steps/find-lacking`, { items: ["1"], reason: "Бұйрық шықпаған" });
  await officer.go(control);
  await officer.page.locator("main a[href*='/open/inspection']").click();
  await officer.page.waitForLoadState();
  await officer.look("draft-follow-up");
  assert.equal(await officer.value("ground"), "1");
  await officer.send({ ...draft, matter: "Нұсқаманың орындалуы" });
  const followUp = path(officer);
  await leader.step(`${followUp}/steps/sign-appointment`);
  await officer.step(`${control}/steps/note-follow-up`);
  await officer.look("inspection-followed");
  await pass(officer, 5);
  await officer.step(`${control}/steps/close-inspection`);
  await officer.go(control);
  assert.match(await officer.page.locator("main").innerText(), /Нұсқаманың орындалуы/);
});

test("a visit from the half-year list: refused, suspended over the May holidays, extended, objected to", async () => {
  const { officer, leader } = await people();
  const agency = await Person.signIn(sapa, "agency.inspector", "inspector");
  const chair = await Person.signIn(sapa, "agency.leader", "leader");
  const subject = await Person.signIn(sapa, "zerendi.head", "control-object-head");
  const today = await officer.go("/").then(() => officer.today());
  const list = "/cases/demo-list-2";
  await agency.go(list);
  await agency.look("half-year-list");
  await chair.step(`${list}/steps/approve-list`);
  assert.match(await readPdf(sapa, await chair.pdf("тізім")), /Зеренді/);
  await agency.step(`${list}/steps/record-list-registration`, { registration_number: "ҚС-Т-2" });
  await agency.cannot(`${list}/steps/select-subject`, /бекітілген/);
  await agency.step(`${list}/steps/publish-list`);
  // To a working day of the half-year, before the May holidays if they lie in it.
  const entry = await officer.go(list).then(() => officer.page.locator("a[href*='/open/visit']").last().getAttribute("href"));
  const year = Number(today.slice(0, 4)) + (Number(today.slice(5, 7)) > 6 ? 1 : 0);
  const may = Number(today.slice(5, 7)) > 6;
  const from = may ? `${year}-04-26` : `${year}-07-05`;
  for (let tries = 0; await officer.go("/").then(() => officer.today()) < from; tries += 1) {
    assert.ok(tries < 80);
    await pass(officer, Math.max(1, Math.min(20, Math.floor((Date.parse(from) - Date.parse(await officer.today())) / 86_400_000 / 2))));
  }
  await officer.go(entry);
  await officer.send({
    matter: "Қызмет көрсету тәртібі", objects: "Ақмола облысы, Зеренді ауданы", acts: "«Мемлекеттік көрсетілетін қызметтер туралы» Заң",
    requirements: ["1", "4"], officers: ["td-akmola.inspector"], impartial: true,
  });
  const control = path(officer);
  await leader.step(`${control}/steps/sign-appointment`);
  await officer.step(`${control}/steps/record-registration`, { number: "ҚС-18" });
  await officer.step(`${control}/steps/study-materials`, { materials: "Ауданның есептері" });
  await officer.step(`${control}/steps/send-start-notice`, { contact: "8 (000) 000-00-00" });
  await pass(officer, 1);
  // §23: the act is not accepted; the visit begins all the same.
  await officer.step(`${control}/steps/draw-protocol`, {
    obstruction: "act-refused", time: "10:00", place: "Зеренді ауылы", description: "Әкім аппаратының басшысы актіні қабылдамады",
    to_name: "Үлгі З. (демо)", to_position: "әкім аппаратының басшысы", explanation: "Келіспейді",
  });
  const ends = async () => (await officer.go(control), (await officer.page.locator(".sapa-aside").innerText()).match(/\d{2}\.\d{2}\.\d{4} – (\d{2}\.\d{2}\.\d{4})/)[1]);
  const before = await ends();
  await leader.step(`${control}/steps/suspend-inspection`, { reason: "Сот шешіміне дейін" });
  await officer.cannot(`${control}/steps/record-violation`, /тоқтат/);
  await pass(officer, 4);
  await leader.step(`${control}/steps/resume-inspection`);
  const after = await ends();
  const iso = (day) => day.split(".").reverse().join("-");
  assert.ok(iso(after) > later(iso(before), 3), `${before} has moved to ${after}`);
  await leader.step(`${control}/steps/extend-inspection`, { extension_ground: "foreign-information", reason: "Шет мемлекеттен ақпарат күтілуде" });
  assert.equal(await ends(), after, "not in force before it is registered and announced");
  await leader.cannot(`${control}/steps/extend-inspection`, /ұзартыл/);
  await officer.step(`${control}/steps/record-registration`, { of: "extension", number: "ҚС-19" });
  await officer.step(`${control}/steps/send-extension-notice`, { contact: "8 (000) 000-00-00" });
  assert.ok(iso(await ends()) > iso(after));
  await officer.look("visit-extended");
  await officer.step(`${control}/steps/record-violation`, {
    requirement: "1", description: "Үш өтініш кеш орындалған", count: "3", evidence: "Тіркеу журналы",
  });
  await finish(control, [officer], { act: false, marks: { "marks-1-mark": "met" } });
  await subject.step(`${control}/steps/object-to-results`, { text: "Бір өтініш мерзімінде орындалған" });
  await subject.look("visit-objected");
  await subject.step(`${control}/steps/report-elimination`, { items: ["1"], text: "Мерзімдер бақылауға алынды" });
  await officer.step(`${control}/steps/accept-elimination`, { items: ["1"] });
  await pass(officer, 4);
  await officer.step(`${control}/steps/close-inspection`);
  await officer.go(control);
  assert.equal(await officer.page.locator(".sapa-rail__step--now").count(), 0);
});

test("each page of external control in each language, at both widths, without violations", async () => {
  for (const width of [1280, 360]) {
    const person = await Person.signIn(sapa, "agency.inspector", "inspector", { width });
    for (const lang of ["kk", "ru", "en"]) {
      for (const at of ["/external", "/appeals", "/half-year-lists", "/inspections", "/visits", "/desk-controls", "/planning", "/subjects",
        "/subjects/min-justice", "/exchange", "/cases/demo-list-1", "/cases/demo-desk-1", "/open/appeal", "/open/half-year-list",
        "/open/desk-control", "/open/inspection"]) {
        await person.go(`${at}?lang=${lang}`);
        await check(person.page, `${at} ${lang} ${width}`);
      }
    }
    const leader = await Person.signIn(sapa, "td-akmola.leader", "leader", { width });
    for (const at of ["/cases/demo-inspection-1", "/cases/demo-appeal-2", "/cases/demo-visit-1"]) {
      for (const lang of ["kk", "ru", "en"]) {
        await leader.go(`${at}?lang=${lang}`);
        await check(leader.page, `${at} ${lang} ${width}`);
      }
    }
  }
});
