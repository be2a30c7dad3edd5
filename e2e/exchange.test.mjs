// Packages to legal statistics with the product killed at every point of a delivery, and with a receiver that ends in the middle of an
// answer: none is lost, none counts twice, a number comes into its case once, the journal stays whole.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Person, start } from "./sapa.mjs";
import { receiver } from "./receiver.mjs";

const run = promisify(execFile);
let sapa;
let line;
let officer;
let leader;
before(async () => {
  line = await receiver(await mkdtemp(join(tmpdir(), "sapa-line-")));
  sapa = await start({ ...line.env, SAPA_LOG: "error" });
  officer = await Person.signIn(sapa, "td-akmola.inspector", "inspector");
  leader = await Person.signIn(sapa, "td-akmola.leader", "leader");
});
after(async () => {
  await sapa?.stop();
  await line?.end();
});

/** Waits until it is so; the product sends by itself once a minute. */
async function until(what, so) {
  for (let tries = 0; tries < 1200; tries += 1) {
    const found = await so();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  return assert.fail(`never: ${what}`);
}

/** Has the product do what is due now, the day staying the same; ends when it is done, or when the product is killed. */
async function due() {
  await officer.go("/");
  const csrf = await officer.page.locator("meta[name=csrf-token]").getAttribute("content");
  const cookie = (await officer.page.context().cookies()).map((c) => `${c.name}=${c.value}`).join("; ");
  return fetch(`${sapa.url}/demo/day`, {
    method: "POST", redirect: "manual", headers: { cookie }, body: new URLSearchParams({ csrf, working_days: "0", next: "/" }),
  }).catch(() => null);
}

/** Subjects of the department: what was checked once is not checked again for the same period (art. 151). */
const SUBJECTS = ["akkol", "astrakhan", "atbasar", "birzhan-sal", "bulandy", "burabay", "egindikol", "ereymentau", "esil", "korgalzhyn",
  "sandyktau", "shortandy", "tselinograd", "zerendi", "zhaksy", "zharkain", "arshaly"].map((name) => `akimat-akmola-district-${name}`);

/** An inspection whose act waits for the signature. */
async function drafted(name) {
  const today = await officer.go("/").then(() => officer.today());
  await officer.step("/open/inspection", {
    ground: "6", subject: SUBJECTS.pop(), reference: name, reference_on: today, facts: "Шағымдағы фактілер", matter: name,
    objects: "Ақмола облысы", acts: "«Мемлекеттік көрсетілетін қызметтер туралы» Заң", requirements: ["7"],
    officers: ["td-akmola.inspector", "td-akmola.inspector2"], impartial: true,
  });
  return new URL(officer.page.url()).pathname;
}

const appointment = (path) => `${path.split("/").at(-1)}-2-appointment`;
const sign = (path) => leader.step(`${path}/steps/sign-appointment`);
const cameOf = (id) => line.came().filter((came) => came.id === id);
const numberOf = (id) => line.book().find((entry) => entry.id === id).number;

/** How often an act was registered, and whether the page of the case names this number. */
async function registered(path, number) {
  const facts = await officer.journal(path);
  const page = await officer.page.locator("body").innerText();
  const times = facts.filter((fact) => /Акт құқықтық статистика органында тіркелді/.test(fact.text)).length;
  return { times, named: new RegExp(`${number}(?!\\d)`).test(page) };
}

async function verified() {
  const { stdout } = await run(sapa.binary, ["verify", "--db", `sqlite:${sapa.database}`, "--lang", "en"]);
  return stdout;
}

/** The packages as the operator sees them. */
async function packages() {
  const { stdout } = await run(sapa.binary, ["exchange", "list", "--db", `sqlite:${sapa.database}`]);
  return stdout.trim().split("\n").filter(Boolean).map((row) => {
    const [id, kind, , , state, , answer] = row.split("\t");
    return { id, kind, state, answer };
  });
}
const state = async (id) => (await packages()).find((p) => p.id === id)?.state;

/** One package, once in the receiver's book and once in its case; sent at least so often, each time the same. */
async function once(path, least) {
  const id = appointment(path);
  await until(`${id} is answered`, async () => (await state(id)) === "acknowledged");
  const came = cameOf(id);
  assert.ok(came.length >= least, `sent ${came.length} times`);
  assert.ok(came.every((c) => c.method === "POST"));
  assert.equal(new Set(came.map((c) => c.body)).size, 1, "the same package each time");
  assert.equal(line.book().filter((entry) => entry.id === id).length, 1);
  assert.deepEqual(await registered(path, numberOf(id)), { times: 1, named: true }, "the number is in the case, once");
  assert.equal((await officer.page.goto(`${sapa.url}${path}/steps/record-registration`)).status(), 404, "nothing is left to register");
  await verified();
}

/** Signs an act whose package the receiver holds. */
async function held(name) {
  const path = await drafted(name);
  await line.will("hold");
  await sign(path);
  const sending = due();
  await until("the package is with the receiver", () => cameOf(appointment(path)).length > 0);
  return { path, sending };
}

test("killed while the receiver holds the request", async () => {
  const { path, sending } = await held("Жауап күтілуде");
  await sapa.kill();
  await sending;
  await verified();
  assert.equal(await state(appointment(path)), "waiting");
  await line.go();
  await sapa.again();
  await once(path, 2);
});

test("killed when the answer has left the receiver and was not read", async () => {
  const { path, sending } = await held("Жауап оқылмаған");
  sapa.freeze();
  await line.go();
  await until("the answer has left", () => line.answered().includes(appointment(path)));
  await sapa.kill();
  await sending;
  assert.equal(await state(appointment(path)), "waiting");
  await sapa.again();
  await once(path, 2);
});

test("killed at any moment after the answer: before, between and after what is recorded", async (t) => {
  // Where the product is when it dies is left open; what must be so afterwards is not.
  for (const pause of [0, 8, 16, 32, 64, 128]) {
    await t.test(`${pause} ms`, async () => {
      const { path, sending } = await held(`Жауаптан кейін ${pause}`);
      await line.go();
      await until("the answer has left", () => line.answered().includes(appointment(path)));
      await new Promise((done) => setTimeout(done, pause));
      await sapa.kill();
      await sending;
      await verified();
      await sapa.again();
      await once(path, 1);
    });
  }
});

test("killed when all is recorded: it is not sent again", async () => {
  const { path, sending } = await held("Жазылғаннан кейін");
  await line.go();
  await until("it is recorded", async () => (await state(appointment(path))) === "acknowledged");
  await sapa.kill();
  await sending;
  const times = cameOf(appointment(path)).length;
  await sapa.again();
  await due();
  await once(path, 1);
  assert.equal(cameOf(appointment(path)).length, times);
});

test("two senders at once, and an answer given twice on one connection", async () => {
  const path = await drafted("Екі жіберуші");
  const id = appointment(path);
  await line.will("hold");
  await sign(path);
  const first = due();
  await until("the product has sent it", () => cameOf(id).length > 0);
  const before = cameOf(id).length;
  const second = run(sapa.binary, ["exchange", "send", "--db", `sqlite:${sapa.database}`], { env: { ...process.env, ...line.env } });
  await until("the command has sent it, too", () => cameOf(id).length > before);
  await line.go();
  await Promise.all([first, second]);
  await once(path, 2);
  const other = await drafted("Қос жауап");
  await line.will("twice", appointment(other));
  await sign(other);
  await due();
  await once(other, 1);
  assert.deepEqual(await registered(other, "ҚС-999"), { times: 1, named: false });
});

test("a receiver that ends in the middle of its answer", async () => {
  const path = await drafted("Үзілген жауап");
  const id = appointment(path);
  await line.will("die");
  await sign(path);
  await due();
  await until("the receiver is gone", () => line.gone());
  assert.equal(await state(id), "waiting");
  assert.deepEqual(await registered(path, numberOf(id)), { times: 0, named: false }, "half an answer is none");
  // Nobody there: nothing is lost, and a person may have it sent again.
  const again = async () => {
    await officer.go(`/exchange?case=${path.split("/").at(-1)}`);
    await officer.page.locator(`form[action="/exchange/${id}/send"] button`).click();
    await officer.page.waitForLoadState();
    await due();
  };
  await again();
  assert.equal(await state(id), "waiting");
  await line.begin();
  await again();
  await once(path, 2);
});

test("what piled up goes out in the order of events, whoever is killed in between", async () => {
  await line.end();
  const path = await drafted("Кезегімен");
  await sign(path);
  // The line is down: the number is written down by hand.
  await officer.step(`${path}/steps/record-registration`, { number: "Қолмен-1" });
  for (const officers of [["td-akmola.inspector"], ["td-akmola.inspector2"], ["td-akmola.inspector", "td-akmola.inspector2"]]) {
    await leader.step(`${path}/steps/change-officers`, { officers, reason: "Еңбек демалысы" });
  }
  await leader.step(`${path}/steps/abandon-inspection`, { reason: "Субъект таратылды" });
  const name = path.split("/").at(-1);
  const mine = async () => (await packages()).filter((p) => p.id.startsWith(`${name}-`));
  const order = (await mine()).sort((a, b) => Number(a.id.split("-")[1]) - Number(b.id.split("-")[1])).map((p) => p.id);
  assert.deepEqual(order.map((id) => id.split("-").at(-1)), ["appointment", "officers", "officers", "officers", "finished"]);
  await line.begin();
  const again = async () => {
    for (const { id, state } of await mine()) {
      if (state !== "waiting") continue;
      await officer.go(`/exchange?case=${name}`);
      await officer.page.locator(`form[action="/exchange/${id}/send"] button`).click();
      await officer.page.waitForLoadState();
    }
  };
  const came = () => line.came().filter((c) => c.id.startsWith(`${name}-`));
  // The product dies with the first, the receiver with the second; then the product again, with the fourth.
  const sent = (n) => came().some((c) => c.id === order[n]);
  await line.will("hold", order[0]);
  await again();
  const first = due();
  await until("the first has come", () => sent(0));
  await sapa.kill();
  await first;
  await line.will("die", order[1]);
  await sapa.again();
  await until("the receiver is gone", () => line.gone());
  await until("its end is noticed", async () => (await mine()).filter((p) => p.state === "acknowledged").length === 1);
  await line.begin();
  await line.will("hold", order[3]);
  await again();
  const second = due();
  await until("the fourth has come", () => sent(3));
  assert.ok(!sent(4), "nothing overtakes what is held");
  await sapa.kill();
  await second;
  await line.go();
  await sapa.again();
  await until("all are answered", async () => {
    await due();
    return (await mine()).every((p) => p.state === "acknowledged");
  });
  const ids = came().map((c) => c.id);
  assert.deepEqual([...new Set(ids)], order, "each for the first time in the order of events");
  for (const id of [order[0], order[1], order[3]]) assert.ok(ids.filter((one) => one === id).length >= 2, "sent again");
  for (const id of order) {
    assert.equal(new Set(came().filter((c) => c.id === id).map((c) => c.body)).size, 1);
    assert.equal(line.book().filter((entry) => entry.id === id).length, 1);
  }
  assert.deepEqual(await registered(path, "Қолмен-1"), { times: 1, named: true }, "what was written by hand stays");
  for (const id of order) assert.equal((await registered(path, numberOf(id))).named, false, "a second number comes into no case");
  await verified();
});

test("the number of a half-year list comes into the list", async () => {
  const agency = await Person.signIn(sapa, "agency.inspector", "inspector");
  const chair = await Person.signIn(sapa, "agency.leader", "leader");
  await agency.step("/open/half-year-list");
  const path = new URL(agency.page.url()).pathname;
  await agency.step(`${path}/steps/select-subject`, { subject: "akimat-akmola-health", reason: "Тәуекел дәрежесі" });
  await line.will("hold");
  await chair.step(`${path}/steps/approve-list`);
  const sending = due();
  const id = await until("the list is with the receiver", () => line.came().find((c) => c.id.endsWith("-list"))?.id);
  await sapa.kill();
  await sending;
  await line.go();
  await sapa.again();
  await until("it is answered", async () => (await state(id)) === "acknowledged");
  await agency.go(path.replace("/cases/", "/planning/lists/"));
  assert.match(await agency.page.locator("main").innerText(), new RegExp(`№ ${numberOf(id)}(?!\\d)`), "the number is in the list");
  await agency.step(`${path}/steps/publish-list`);
  await verified();
});
