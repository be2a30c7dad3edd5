// A visitor who goes from page to page by links and notes everything that is wrong. Used by pages.test.mjs.
import { join } from "node:path";
import { axe } from "./sapa.mjs";

const LANGS = ["kk", "ru", "en"];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 800 };
/** Members of a family that a visitor looks at. */
const MEMBERS = 2;

/** The family of a page: /cases/ID, /rules/ID, /cases?state … A step is a family of its own. */
function family(url) {
  const path = url.pathname
    .replace(/^\/cases\/[^/]+/, "/cases/ID")
    .replace(/\/duties\/[^/]+/, "/duties/ID")
    .replace(/^\/(bodies|admin\/users|admin\/settings\/parameters)\/(?!import$|new$)[^/]+/, "/$1/ID")
    .replace(/\/[^/]*\d[^/]*/g, "/ID");
  const asked = [...new Set(url.searchParams.keys())].filter((name) => name !== "lang").sort();
  return path + (asked.length ? `?${asked.join("&")}` : "");
}

/** An address without its language. */
function plain(url) {
  const asked = new URLSearchParams(url.search);
  asked.delete("lang");
  return `${url.pathname}?${asked}`;
}

/** Not pages: documents, files, drawings, data. */
const NO_PAGE = /\.(pdf|svg|json|csv|xlsx|ics)$|^\/(assets|documents|metrics|health|ready|api\/v1)(\/|$)|\/(files|preview)\//;

/** What is wrong, and where; one fault on a hundred pages is told once. */
export class Faults {
  found = new Map();

  add(what, where) {
    this.found.set(what, [...(this.found.get(what) ?? []), where]);
  }

  /** Each fault with the number of pages and the first of them, the most frequent first. */
  told() {
    return [...this.found].sort((a, b) => b[1].length - a[1].length)
      .map(([what, where]) => `${what}\n    ${where.length} × ${where.slice(0, 4).join("  ")}`);
  }
}

/** What the page says of itself; runs in the page. */
export function read() {
  const attributes = [...document.querySelectorAll("[aria-label], [placeholder], [title], [alt]")]
    .flatMap((e) => ["aria-label", "placeholder", "title", "alt"].map((a) => e.getAttribute(a) ?? ""));
  const codes = [...document.querySelectorAll("code, pre, kbd, samp")].filter((e) => e.checkVisibility());
  for (const code of codes) code.style.visibility = "hidden";
  const words = document.body.innerText;
  for (const code of codes) code.style.visibility = "";
  return {
    lang: document.documentElement.lang,
    title: document.title.trim(),
    product: document.querySelector(".sapa-brand__name")?.textContent.trim(),
    line: document.querySelector(".sapa-brand__line")?.textContent.trim(),
    headings: [...document.querySelectorAll("h1")].filter((e) => e.checkVisibility()).map((e) => e.innerText.trim()),
    switches: [...document.querySelectorAll(".sapa-language a")].filter((e) => e.checkVisibility())
      .map((e) => ({ lang: e.hreflang, href: e.href, current: e.getAttribute("aria-current") === "true" })),
    links: [...document.querySelectorAll("a[href]")].filter((e) => !e.closest(".sapa-language")).map((e) => e.href),
    words: `${words}\n${attributes.join("\n")}`,
    main: document.querySelector("main")?.innerHTML.replaceAll(/<input type="hidden"[^>]*>/g, "") ?? "",
  };
}

/** Somebody with a browser of their own who notes what is wrong. */
export class Visitor {
  constructor(sapa, name, page, faults) {
    Object.assign(this, { sapa, name, page, faults, lang: "kk", noise: [] });
    page.on("pageerror", (error) => this.noise.push(`a script failed: ${error}`));
    page.on("console", (message) => {
      // The page's own status, and that of what it asks for, is looked at below.
      const status = /Failed to load resource/.test(message.text());
      if (message.type() === "error" && !status) this.noise.push(`console: ${message.text()}`);
    });
    page.on("requestfailed", (r) => {
      // Going on to the next page breaks off what the last one still asked for, as its icon.
      const left = r.failure().errorText === "net::ERR_ABORTED";
      if (!left) this.noise.push(`${new URL(r.url()).pathname} failed: ${r.failure().errorText}`);
    });
    page.on("response", (r) => {
      if (r.status() >= 400 && !r.request().isNavigationRequest()) this.noise.push(`${new URL(r.url()).pathname} answers ${r.status()}`);
    });
  }

  static async come(sapa, name, faults) {
    const context = await sapa.browser.newContext({ viewport: WIDE });
    context.setDefaultTimeout(60_000);
    return new Visitor(sapa, name, await context.newPage(), faults);
  }

  async signIn() {
    await this.page.goto(`${this.sapa.url}/sign-in`);
    await this.page.locator(`button[name=grant][value="${this.name}"]`).click();
    await this.page.waitForURL(`${this.sapa.url}/`);
    return this;
  }

  /** Opens a page; what it says of itself, or nothing where it is no page. */
  async open(url, status = 200) {
    this.where = `${url.pathname}${url.search} (${this.lang}, ${this.name})`;
    this.noise.length = 0;
    try {
      const response = await this.page.goto(url.href);
      if (response.status() !== status) this.fault(`answers ${response.status()}, not ${status}`);
      if (!/^text\/html/.test(response.headers()["content-type"])) return this.fault("is no page");
      return await this.page.evaluate(read);
    } catch (error) {
      return this.fault(`cannot be opened: ${error.message.split("\n")[0]}`);
    }
  }

  fault(what) {
    this.faults.add(what, this.where);
  }

  /** What every page has to be, told from what it says of itself. */
  judge(said) {
    const here = new URL(this.page.url());
    if (said.lang !== this.lang) this.fault(`html lang is «${said.lang}»`);
    if (said.headings.length !== 1 || !said.headings[0]) this.fault(`h1: ${JSON.stringify(said.headings)}`);
    const [, name, product] = said.title.match(/^(.*) – (.*)$/) ?? [];
    if (!name || product !== said.product || [said.product, said.line].includes(name)) this.fault(`title «${said.title}»`);
    for (const lang of LANGS) {
      const offered = said.switches.find((s) => s.lang === lang);
      const target = offered && new URL(offered.href);
      if (target?.searchParams.get("lang") !== lang || plain(target) !== plain(here)) {
        this.fault(`the switch to ${lang} leads to ${target ? target.pathname + target.search : "nothing"}`);
      }
      if (offered && offered.current !== (lang === this.lang)) this.fault(`the switch marks ${lang} wrongly`);
    }
    // English has words with hyphens; a key without words is without them in all three.
    const keys = this.lang === "en" ? [] : said.words.match(/(?<![\w.@/=-])[a-z]+(-[a-z0-9]+)+(?![\w@/=-]|\.[a-z])/g) ?? [];
    const leaks = said.words.match(/\{ ?\$?[a-z][\w-]* ?\}|\bundefined\b|\bNaN\b|\[object |\bSome\(/g) ?? [];
    for (const key of new Set([...keys, ...leaks])) {
      // A body's own page shows the body's code.
      if (!here.pathname.endsWith(`/${key}`)) this.fault(`shows «${key}»`);
    }
    for (const noise of new Set(this.noise)) this.fault(noise);
  }

  /** All checks; the costly ones where nobody has seen the page so, and on each visitor's first. */
  async inspect(said, kind, seen) {
    this.judge(said);
    for (const character of said.words) seen.characters.add(character);
    const fresh = !seen.mains.has(this.lang + said.main);
    seen.mains.add(this.lang + said.main);
    if (!fresh && kind !== "/") return;
    const shots = this.lang === "kk" && process.env.SAPA_SHOTS;
    const picture = (width) => this.page.screenshot({
      path: join(shots, `${kind.replaceAll(/[^\w-]+/g, "_")}~${this.name}-${width}.png`), fullPage: true,
    });
    for (const violation of await axe(this.page)) this.fault(`axe, ${violation}`);
    if (this.lang === "kk") await this.letters();
    if (shots) await picture(1280);
    await this.page.setViewportSize(NARROW);
    await this.narrow("");
    if (shots) await picture(360);
    await this.page.evaluate(() => document.querySelectorAll("details:not([open])").forEach((d) => { d.open = true; }));
    await this.narrow(", with all opened");
    await this.page.setViewportSize(WIDE);
  }

  async narrow(how) {
    const wide = await this.page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const out = [...document.querySelectorAll("img, input, select, textarea, table, pre, svg")];
      while (texts.nextNode()) out.push(texts.currentNode);
      const beyond = out.find((node) => range.selectNode(node) ?? range.getBoundingClientRect().right > 361);
      return { most: document.scrollingElement.scrollWidth, who: beyond?.outerHTML?.slice(0, 80) ?? beyond?.data.trim() };
    });
    if (wide.most > 360) this.fault(`${wide.most} px wide in a window of 360${how}, by ${wide.who}`);
  }

  /** Each way in which the page writes Kazakh letters uses a font that the product serves. */
  async letters() {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      const ways = new Set();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        const style = getComputedStyle(element);
        const way = `${style.fontFamily} ${style.fontWeight} ${style.fontStyle} ${style.fontVariantNumeric}`;
        if (!/[әғқңөұүһі]/i.test(texts.currentNode.data) || !element.checkVisibility() || ways.has(way)) continue;
        ways.add(way);
        element.dataset.probe = "";
      }
    });
    for (const { fonts } of await this.fonts("[data-probe], h1")) {
      const others = fonts.filter((f) => !f.isCustomFont).map((f) => f.familyName);
      if (others.length) this.fault(`Kazakh text is drawn by ${others.join(", ")}`);
    }
  }

  async fonts(selector) {
    this.client ??= await this.page.context().newCDPSession(this.page);
    await this.client.send("DOM.enable");
    await this.client.send("CSS.enable");
    const { root } = await this.client.send("DOM.getDocument");
    const { nodeIds } = await this.client.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
    return Promise.all(nodeIds.map((nodeId) => this.client.send("CSS.getPlatformFontsForNode", { nodeId })));
  }

  /** Breadth first from the given paths, in Kazakh; each new kind of page in the other languages too. */
  async crawl(paths, seen) {
    const queue = paths.map((path) => new URL(path, this.sapa.url));
    const known = new Set(queue.map((url) => url.href));
    const opened = new Map();
    for (let url = queue.shift(); url; url = queue.shift()) {
      const kind = family(url);
      // Registers are the same for all: where two members have been seen, one more each shows that they may.
      const most = !kind.startsWith("/cases") && seen.opened.get(kind) >= MEMBERS ? 1 : MEMBERS;
      if ((opened.get(kind) ?? 0) >= most) continue;
      seen.opened.set(kind, (seen.opened.get(kind) ?? 0) + 1);
      opened.set(kind, (opened.get(kind) ?? 0) + 1);
      const said = await this.open(url);
      if (!said) continue;
      await this.inspect(said, kind, seen);
      for (const href of said.links) {
        const next = new URL(href);
        next.hash = "";
        next.searchParams.delete("lang");
        if (next.origin !== this.sapa.url || NO_PAGE.test(next.pathname) || known.has(next.href)) continue;
        known.add(next.href);
        queue.push(next);
        if (next.pathname.startsWith("/v/")) seen.codes.add(next.pathname);
      }
      await this.translate(said, kind, seen);
    }
    this.pages = [...opened.values()].reduce((sum, n) => sum + n, 0);
  }

  /** The same page in the other languages, by its own switch. */
  async translate(said, kind, seen, status = 200) {
    if (seen.kinds.has(kind)) return;
    seen.kinds.add(kind);
    for (this.lang of ["ru", "en"]) {
      const href = said.switches.find((s) => s.lang === this.lang)?.href;
      const other = href && await this.open(new URL(href), status);
      if (other) await this.inspect(other, kind, seen);
    }
    await this.page.context().clearCookies({ name: "sapa-lang" });
    this.lang = "kk";
  }

  /** The page that comes instead of what was asked for. */
  async turnedAway(path, status, seen) {
    const said = await this.open(new URL(path, this.sapa.url), status);
    if (!said) return;
    await this.inspect(said, `${status}${path}`, seen);
    await this.translate(said, `${status}${path}`, seen, status);
  }
}

/** What all visitors of a run have seen. */
export const nothingSeen = () => ({
  opened: new Map(), mains: new Set(), kinds: new Set(), codes: new Set(), characters: new Set(),
});
