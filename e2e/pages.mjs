// Every page that anybody of the demo can reach by links: each persona in Kazakh, each kind of page in all three languages.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { start } from "./sapa.mjs";
import { Faults, Visitor, nothingSeen, read } from "./visitor.mjs";

/** Visitors at a time. */
const AT_ONCE = 3;

let sapa;
before(async () => { sapa = await start({}, { cases: true }); });
after(async () => { await sapa?.stop(); });

test("every page is whole, in each language, at each width, for everybody", async (t) => {
  const faults = new Faults();
  const seen = nothingSeen();
  if (process.env.SAPA_SHOTS) await mkdir(process.env.SAPA_SHOTS, { recursive: true });
  const stranger = await Visitor.come(sapa, "stranger", faults);
  await stranger.page.goto(`${sapa.url}/sign-in`);
  const personas = await stranger.page.locator("button[name=grant]").evaluateAll((all) => all.map((b) => b.value));
  assert.ok(personas.length > 20, "the demo has its people");

  const waiting = [...personas];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const visitor = await (await Visitor.come(sapa, name, faults)).signIn();
      await visitor.crawl(["/"], seen);
      await visitor.turnedAway("/cases/none", 404, seen);
      if (name.endsWith(".observer")) await visitor.turnedAway("/admin/users", 403, seen);
      // The language asked for once is remembered.
      await visitor.page.locator(".sapa-language a[hreflang=ru]").click();
      await visitor.page.waitForURL(/lang=ru/);
      visitor.lang = "ru";
      const said = await visitor.open(new URL("/account", sapa.url));
      if (said) visitor.judge(said);
      t.diagnostic(`${name}: ${visitor.pages} pages`);
      await visitor.page.context().close();
    }
  }));
  assert.ok(seen.codes.size > 0, "the cases have documents with a page of their own");
  await stranger.crawl(["/sign-in", "/sign-in?next=/cases", "/public", ...seen.codes, "/v/none"], seen);
  await stranger.turnedAway("/none", 404, seen);
  t.diagnostic(`stranger: ${stranger.pages} pages; kinds: ${[...seen.kinds].sort().join(" ")}`);

  // Every character that any page wrote is in a font that the product serves.
  const characters = [...seen.characters].filter((c) => c.trim()).sort();
  await stranger.page.evaluate((all) => {
    document.querySelector("main").replaceChildren(...["400", "600"].flatMap((weight) => all.map((character) => {
      const probe = Object.assign(document.createElement("span"), { className: "govuk-body", textContent: character });
      probe.style.fontWeight = weight;
      probe.dataset.probe = character;
      return probe;
    })));
    return document.fonts.ready;
  }, characters);
  await stranger.page.waitForTimeout(500);
  const drawn = await stranger.fonts("[data-probe]");
  assert.equal(drawn.length, 2 * characters.length);
  const served = ({ fonts }) => fonts.length > 0 && fonts.every((f) => f.isCustomFont);
  const foreign = characters.filter((_, n) => !served(drawn[n]) || !served(drawn[n + characters.length]));
  if (foreign.length) faults.add(`not in the product's font: ${foreign.join(" ")}`, "all pages");
  assert.ok(faults.found.size === 0, `${faults.found.size} faults\n${faults.told().join("\n")}`);
});

test("each check finds its fault on a page that was broken", async () => {
  const faults = new Faults();
  const visitor = await Visitor.come(sapa, "stranger", faults);
  const url = new URL("/public?question=1", sapa.url);
  const told = async (spoil, ...wanted) => {
    faults.found.clear();
    await visitor.open(url);
    await visitor.page.evaluate(spoil);
    await visitor.page.waitForTimeout(100);
    await visitor.inspect(await visitor.page.evaluate(read), "broken", nothingSeen());
    const found = [...faults.found.keys()].join("\n");
    for (const one of wanted) assert.match(found, one);
    if (!wanted.length) assert.equal(found, "");
  };
  await told(() => {});
  await told(() => { document.documentElement.lang = "fr"; }, /html lang is «fr»/);
  await told(() => document.querySelector("main").append(document.createElement("h1")), /h1: /, /axe, empty-heading/);
  await told(() => { document.title = document.querySelector(".sapa-brand__name").textContent; }, /title «/);
  await told(() => { document.querySelector("[hreflang=en]").href = "/public?lang=en"; }, /the switch to en leads to \/public\?lang=en/);
  await told(() => document.querySelector("[hreflang=ru]").remove(), /the switch to ru leads to nothing/);
  await told(() => document.querySelector("main").append(new Image(500, 10)), /axe, image-alt/, /px wide in a window of 360, by <img/);
  await told(() => document.querySelector("main").append("error-no-words-here"), /shows «error-no-words-here»/);
  await told(() => document.querySelector("main").append("{ $count }"), /shows «\{ \$count \}»/);
  await told(() => fetch("/assets/none.css"), /\/assets\/none\.css answers 404/);
  await told(() => document.head.append(Object.assign(document.createElement("script"), { text: "1" })), /Content Security Policy/);
  await told(() => { document.querySelector("h1").style.fontFamily = "serif"; }, /Kazakh text is drawn by/);
  await told(() => setTimeout(() => { throw new Error("on purpose"); }), /a script failed: Error: on purpose/);
  assert.equal(await visitor.open(new URL("/api/v1/openapi.json", sapa.url)), undefined);
  await visitor.open(new URL("/none", sapa.url));
  assert.match([...faults.found.keys()].join("\n"), /is no page[\s\S]*answers 404, not 200/);
});
