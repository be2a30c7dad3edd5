// A cell in a district becomes a figure of the nation: filled by keyboard, signed by two people, returned, resubmitted,
// rolled up, accepted, corrected under §63. In Kazakh.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Person, pass, readPdf, start } from "./sapa.mjs";

let sapa;
before(async () => { sapa = await start(); });
after(async () => { await sapa?.stop(); });

/** Goes to a control by keyboard and presses it. */
async function press(person, locator) {
  await locator.first().focus();
  await Promise.all([person.page.waitForEvent("load"), person.page.keyboard.press("Enter")]);
}

/** Types into a cell of the grid that is open and waits until it is saved. */
async function type(person, cell, value) {
  const input = person.page.locator(`input[name="c!${cell}"]`);
  await input.focus();
  const saved = person.page.waitForResponse((r) => r.url().endsWith("/cells"));
  await person.page.keyboard.press("Control+A");
  await person.page.keyboard.type(value);
  await person.page.keyboard.press("Enter");
  assert.ok((await saved).ok(), `${cell} is saved`);
}

/** Fills whatever is left with «-», and takes the note as it is proposed. */
async function complete(person, report) {
  await person.go(report);
  await press(person, person.page.locator("form:has(input[name=all]) button"));
  await person.go(`${report}/note`);
  await person.look("report-note");
  await press(person, person.button());
  assert.match(await person.page.locator(".govuk-notification-banner").innerText(), /Сақталды/);
}

const contact = { phone: "8 (7162) 00-00-00", email: "demo@example.kz" };

async function signed(executor, head, report) {
  const cases = report.replace("/reports/", "/cases/");
  await executor.step(`${cases}/steps/sign-report`, contact);
  await executor.cannot(`${cases}/steps/submit-report`, /§61/);
  await head.step(`${cases}/steps/countersign-report`);
  await executor.step(`${cases}/steps/submit-report`);
}

test("from the cell in a district to the nation, with a return, a resubmission and a correction", async () => {
  const district = await Person.signIn(sapa, "arshaly.report", "report-executor");
  const akim = await Person.signIn(sapa, "arshaly.head", "report-signatory");
  const oblast = await Person.signIn(sapa, "akmola.report", "report-executor");
  const chief = await Person.signIn(sapa, "akmola.signatory", "report-signatory");
  const agency = await Person.signIn(sapa, "agency.analyst", "analyst");

  // The product has begun the reports of the running quarter: they stand in My work.
  const today = await district.today();
  const quarter = `${today.slice(0, 4)}-q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  const report = `/reports/2-mq-${quarter}-akimat-akmola-district-arshaly`;
  const above = `/reports/2-mq-${quarter}-akimat-akmola`;
  await district.go("/");
  assert.match(await district.page.locator("main").innerText(), /2-мқ/);
  await district.cannot(`${report.replace("/reports/", "/cases/")}/steps/sign-report`, /§61/);
  const signing = `${report.replace("/reports/", "/cases/")}/steps/sign-report`;
  for (let tries = 0; !(await (await district.go(signing)).page.locator("main form #phone").count()); tries += 1) {
    assert.ok(tries < 20, "the quarter ends");
    await pass(district, 5);
  }

  // Somebody else's report is not there for a stranger.
  const stranger = await Person.signIn(sapa, "justice.report", "report-executor");
  const answer = await stranger.page.request.get(sapa.url + report);
  assert.equal(answer.status(), 404);

  // Filled by keyboard; the totals follow.
  await district.go(report);
  await district.look("report-empty");
  await type(district, "1.1!!m1", "2");
  await type(district, "1.2!!m1", "1");
  await district.page.waitForFunction(() => document.querySelector("[data-cell='1!!m1']")?.textContent.includes("3"));
  await type(district, "2.1!!m1", "3");
  await district.go(`${report}?section=6`);
  await type(district, "20!!m2", "45");
  await district.step(`${report.replace("/reports/", "/cases/")}/steps/sign-report`, contact, { expect: /§61 .*қате/ });
  await complete(district, report);
  await district.go(report);
  await district.look("report-filled");
  await signed(district, akim, report);

  // The oblast returns it with a remark at a cell.
  const cases = report.replace("/reports/", "/cases/");
  await oblast.go("/reports");
  await oblast.look("board");
  await oblast.go(`${report}/cell?row=20&line=&column=m2`);
  await oblast.look("report-cell");
  await oblast.fill({ text: "Халықты қамту растайтын материалмен сәйкес емес" });
  await press(oblast, oblast.page.locator("main form button"));
  await oblast.step(`${cases}/steps/return-report`, { reason: "Ескертулер жойылсын" });
  await district.go(report);
  await district.look("report-returned");
  assert.match(await district.page.locator("main").innerText(), /Халықты қамту растайтын материалмен сәйкес емес/);
  await district.go(`${report}?section=6`);
  await type(district, "20!!m2", "54");
  await signed(district, akim, report);
  await oblast.go(`${report}/versions`);
  await oblast.look("report-versions");
  assert.match(await oblast.page.locator("main").innerText(), /45[\s\S]*54/);
  await oblast.step(`${cases}/steps/accept-report`);

  // The oblast's own report starts from what it has accepted; who is missing is named.
  await oblast.go(above);
  await oblast.look("report-above");
  assert.match(await oblast.page.locator("[data-cell='1!!m1']").innerText(), /3/);
  assert.match(await oblast.page.locator("main").textContent(), /Зеренді ауданының әкімдігі/);
  await oblast.go(`${above}?section=6`);
  await type(oblast, "20!!m2", "6");
  await complete(oblast, above);
  await signed(oblast, chief, above);

  // The territorial body reads and does not accept; the Agency accepts.
  const territorial = await Person.signIn(sapa, "td-akmola.inspector", "analyst");
  const aboveCase = above.replace("/reports/", "/cases/");
  await territorial.cannot(`${aboveCase}/steps/accept-report`, /§61/);
  await agency.step(`${aboveCase}/steps/accept-report`);

  // A national figure opens down to the district.
  await agency.go(`/reports/nation?quarter=${quarter.toUpperCase()}&row=21&by=territory`);
  await agency.look("nation");
  assert.match(await agency.page.locator("main").innerText(), /60/);
  await press(agency, agency.page.locator("tbody a").filter({ hasText: "Ақмола облысы" }));
  await press(agency, agency.page.locator("tbody a").filter({ hasText: "Ақмола облысының әкімдігі" }));
  await agency.look("report-parts");
  assert.match(await agency.page.locator("main").innerText(), /60/);
  await press(agency, agency.page.locator("tbody a").filter({ hasText: "Аршалы" }));
  assert.match(await agency.page.locator("main").innerText(), /54/);

  // The package on paper.
  const pdf = await oblast.page.request.get(`${sapa.url}${above}/export/report-kk.pdf`);
  const text = await readPdf(sapa, await pdf.body());
  assert.match(text, /2-мқ/);
  assert.match(text, /талдамалық анықтама/i);
  const other = await oblast.page.request.get(`${sapa.url}${above}/export/report.xlsx`);
  assert.equal((await other.body()).subarray(0, 2).toString(), "PK");

  // §63: the fourth quarter may be corrected, with documents and a decision.
  if (quarter.endsWith("4")) {
    const file = join(sapa.folder, "растайтын.pdf");
    await writeFile(file, await pdf.body());
    await oblast.go(`${aboveCase}/steps/request-correction`);
    await oblast.look("request-correction");
    await oblast.page.locator("input[type=file]").setInputFiles(file);
    await oblast.send({ reason: "Қосымша деректер келді" });
    await agency.step(`${aboveCase}/steps/decide-correction`, { correction: "allow", reason: "Құжаттар расталды" });
    await oblast.go(`${above}?section=6`);
    await type(oblast, "20!!m2", "7");
    await signed(oblast, chief, above);
    await agency.step(`${aboveCase}/steps/accept-report`);
    await agency.go(`/reports/nation?quarter=${quarter.toUpperCase()}&row=21&by=territory`);
    assert.match(await agency.page.locator("main").innerText(), /61/);
  }
});
