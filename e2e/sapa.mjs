// A person at a browser: signs in as a persona, takes steps, looks at pages. Used by the journeys.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
export const PASSWORD = "sapa-demo-2026";

/** Starts the product on a database of its own and a free port, with the demo's cases if they are wanted; `stop()` ends it,
 *  `kill()` ends it without a word, `freeze()` holds it where it is, `again()` starts it on the same database. */
export async function start(env = {}, { cases = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "sapa-"));
  const port = 18100 + Math.floor(Math.random() * 800);
  const url = `http://127.0.0.1:${port}`;
  const binary = process.env.SAPA_BINARY;
  assert.ok(binary, "SAPA_BINARY names the program to test");
  const database = join(folder, "demo.sqlite");
  let server;
  const again = async () => {
    server = spawn(binary, ["demo", ...(cases ? [] : ["--bare"]), "--database", database], {
      env: {
        ...process.env,
        SAPA_LISTEN: `127.0.0.1:${port}`,
        SAPA_PUBLIC_URL: url,
        SAPA_LOG: "warn",
        SAPA_SIGN_IN_PER_MINUTE: "1000",
        SAPA_REQUESTS_PER_SECOND: "1000",
        ...env,
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    for (let tries = 0; ; tries += 1) {
      const answered = await fetch(`${url}/ready`).then((r) => r.ok, () => false);
      if (answered) break;
      assert.ok(tries < 1200, "the product answers within two minutes");
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  const end = async (signal) => {
    const gone = server.exitCode ?? server.signalCode ?? new Promise((done) => server.once("exit", done));
    server.kill(signal);
    await gone;
  };
  await again();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const stop = async () => {
    await browser.close();
    await end("SIGTERM");
  };
  return { url, folder, browser, database, binary, stop, again, kill: () => end("SIGKILL"), freeze: () => server.kill("SIGSTOP") };
}

/** A persona with a browser of their own. */
export class Person {
  constructor(sapa, page) {
    this.sapa = sapa;
    this.page = page;
  }

  static async signIn(sapa, login, role, options = {}) {
    const context = await sapa.browser.newContext({ viewport: { width: options.width ?? 1280, height: 900 }, ...options });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    page.on("pageerror", (error) => assert.fail(`a script failed on ${page.url()}: ${error}`));
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) assert.fail(`${page.url()}: ${message.text()}`);
    });
    const person = new Person(sapa, page);
    person.role = role;
    person.scripted = options.javaScriptEnabled !== false;
    await page.goto(`${sapa.url}/sign-in`);
    await page.locator(`button[name=grant][value="${login}.${role}"]`).click();
    await page.waitForURL(`${sapa.url}/`);
    return person;
  }

  async go(path) {
    await this.page.goto(this.sapa.url + path);
    return this;
  }

  /** Opens a step of a case and fills in what is given; `null` leaves the suggestion. */
  async step(path, answers = {}, { expect = "done", password = PASSWORD } = {}) {
    await this.go(path);
    await this.look(path.split("/").at(-1).split("?")[0]);
    return this.send(answers, { expect, password });
  }

  /** Fills in the page that is open and sends it; it is done, or refused in these words. */
  async send(answers = {}, { expect = "done", password = PASSWORD } = {}) {
    await this.fill(answers);
    const field = this.page.locator("#password");
    if (await field.count()) await field.fill(password);
    const before = this.page.url();
    await this.button().click();
    await this.page.waitForLoadState();
    if (expect === "done") {
      assert.match(this.page.url(), /\/cases\/[0-9a-z-]+$/, `the step was taken; instead: ${await this.trouble()}`);
    } else if (expect instanceof RegExp) {
      assert.match(await this.trouble(), expect, `refused on ${before}`);
      for (const [name, value] of Object.entries(answers)) await this.kept(name, value);
    }
    return this;
  }

  button() {
    return this.page.locator("main form button[type=submit].govuk-button:not(.govuk-button--secondary)").last();
  }

  /** What was typed is still there. */
  async kept(name, value) {
    const field = this.page.locator(`main [name="${name}"]`).first();
    const type = await field.evaluate((e) => e.type);
    if (["text", "textarea", "date"].includes(type)) assert.equal(await field.inputValue(), value, `${name} is kept`);
  }

  /** The step is not possible now, and the page says why: in words that match. */
  async cannot(path, words) {
    await this.go(path);
    await this.look(`${path.split("/").at(-1)}-refused`);
    const told = await this.page.locator(".govuk-warning-text").innerText();
    assert.match(told, words);
    return told;
  }

  /** Sends the open form though the page offers no button for it: it is refused in these words. */
  async sendAnyway(answers, words) {
    const told = await this.page.evaluate(async (extra) => {
      const form = document.querySelector("main form");
      const data = new FormData(form);
      for (const [name, value] of Object.entries(extra)) data.set(name, value);
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: data });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return page.querySelector(".govuk-warning-text, .govuk-error-summary")?.textContent ?? `taken: ${answer.status}`;
    }, { password: PASSWORD, ...answers });
    assert.match(told, words);
  }

  /** What a question of the open page holds. */
  value(name) {
    return this.page.locator(`main [name="${name}"]`).first().inputValue();
  }

  /** The day in the product, as ISO. */
  async today() {
    const shown = await this.page.locator(".sapa-demo strong").innerText();
    return shown.match(/\d{2}\.\d{2}\.\d{4}/)[0].split(".").reverse().join("-");
  }

  /** The Kazakh PDF of the newest document on the open case page whose title has this word. */
  async pdf(title) {
    const link = this.page.locator("a[href$='/kk.pdf']").filter({ hasText: title }).last();
    const answer = await this.page.request.get(this.sapa.url + await link.getAttribute("href"));
    return answer.body();
  }

  /** The journal of a case, newest first. */
  async journal(path) {
    await this.go(path);
    const items = await this.page.locator(".sapa-timeline__item").all();
    return Promise.all(items.map(async (item) => ({
      text: await item.textContent(),
      late: /sapa-timeline__item--late/.test(await item.getAttribute("class")),
    })));
  }

  async fill(answers) {
    for (const [name, value] of Object.entries(answers)) {
      const field = this.page.locator(`main [name="${name}"]`);
      const kind = await field.first().evaluate((e) => (e.tagName === "SELECT" ? "select" : e.type));
      if (kind === "select") await field.selectOption(value);
      else if (kind === "radio") await this.page.locator(`main [name="${name}"][value="${value}"]`).check();
      else if (kind === "checkbox") {
        if (typeof value === "boolean") await field.setChecked(value);
        else {
          for (const box of await field.all()) await box.uncheck();
          for (const one of [value].flat()) await this.page.locator(`main [name="${name}"][value="${one}"]`).check();
        }
      } else if (kind === "file") await field.setInputFiles(value);
      else await field.fill(value);
    }
  }

  /** What the page says is wrong. */
  async trouble() {
    const texts = await this.page.locator(".govuk-error-summary, .govuk-warning-text, .govuk-inset-text, h1").allInnerTexts();
    return texts.join(" | ");
  }

  /** Keeps a picture, if wanted, and checks the page with axe, once for each kind of page. */
  async look(name) {
    const shots = process.env.SAPA_SHOTS;
    const size = this.page.viewportSize();
    for (const width of shots ? [size.width, 360] : []) {
      await mkdir(shots, { recursive: true });
      await this.page.setViewportSize({ ...size, width });
      await this.page.screenshot({ path: join(shots, `${name}-${this.role ?? "x"}-${width}.png`), fullPage: true });
    }
    await this.page.setViewportSize(size);
    if (seen.has(name) || !this.scripted) return;
    seen.add(name);
    await check(this.page, name);
    await this.page.setViewportSize({ ...size, width: 360 });
    await narrow(this.page, name);
    await this.page.setViewportSize(size);
  }
}

/** Kinds of pages looked at in this run. */
const seen = new Set();

/** What violates WCAG 2.2 AA or axe's best practice. */
export async function axe(page) {
  await page.evaluate(await readFile(axePath, "utf8"));
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 200)).join(" ; ")}`);
}

/** No violation, and nothing wider than the window. */
export async function check(page, name) {
  assert.deepEqual(await axe(page), [], `axe on ${name}`);
  await narrow(page, name);
}

/** Nothing is wider than the window. */
async function narrow(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 1, `${name} is ${wide} px too wide`);
}

/** The demo's clock goes on by working days. */
export async function pass(person, days) {
  await person.go("/");
  const token = await person.page.locator("meta[name=csrf-token]").getAttribute("content");
  const answer = await person.page.request.post(`${person.sapa.url}/demo/day`, {
    form: { csrf: token, working_days: String(days), next: "/" },
  });
  assert.ok(answer.ok());
}

/** An ISO day some days after another. */
export const later = (iso, days) => new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);

/** The text of a PDF, whose fonts are all embedded and mapped to Unicode. */
export async function readPdf(sapa, bytes) {
  assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
  const file = join(sapa.folder, "read.pdf");
  await writeFile(file, bytes);
  const run = promisify(execFile);
  const fonts = (await run("pdffonts", [file])).stdout.trim().split("\n").slice(2);
  assert.ok(fonts.length > 0, "the document has fonts");
  for (const font of fonts) assert.match(font, / yes +(yes|no) +yes +\d+ +\d+ *$/, "embedded, with Unicode");
  return (await run("pdftotext", ["-layout", file, "-"])).stdout;
}
