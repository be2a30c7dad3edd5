// Saves what has changed a moment after it changed: one request at a time, again and again while the line is lost.
import { text } from "sapa/content.ts";
import { changed, typed, type Filled, type Table } from "./table.ts";

const PAUSE_MS = 400;
const PATIENCE_MS = 30_000;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** A quick answer comes without «saving…» before it. */
const QUICK_MS = 300;

export type Way = "grid" | "paste" | "undo";

interface Told {
  cell: string;
  kind: string;
  text: string;
}

export interface Answer {
  values: Record<string, string>;
  written: Record<string, number>;
  findings: Told[];
  refused: Told[];
  conflicts: { cell: string; value: string; n: number; text: string }[];
  errors: number;
  warnings: number;
  unfilled: number;
  saved: string;
}

export type Sent = Map<Filled, string>;
type Outcome = { answer: Answer } | "lost" | "refused";

export class Saver {
  private readonly ways = new Map<Filled, Way>();
  private timer = 0;
  private tries = 0;
  private running: Promise<void> | null = null;
  private readonly place: HTMLElement | null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly table: Table,
    private readonly tell: (answer: Answer, sent: Sent) => void,
  ) {
    this.place = form.querySelector<HTMLElement>("[data-saved]");
    window.addEventListener("online", () => this.now());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void this.now();
    });
  }

  /** Something stands in the cells that the server does not have. */
  get unsaved(): boolean {
    return this.running !== null || this.table.inputs.some((cell) => changed(cell) || cell.refused === typed(cell));
  }

  /** Something of it may still be sent. */
  get waiting(): boolean {
    return this.running !== null || this.waitingCells().length > 0;
  }

  soon(cells: Filled[], way: Way): void {
    for (const cell of cells) this.ways.set(cell, way);
    this.state("saving");
    this.later(PAUSE_MS);
  }

  /** Sends what there is; done when it has been answered or cannot be sent. */
  async now(): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = 0;
    if (this.running) {
      await this.running;
      if (this.tries > 0 || !this.waiting) return;
    }
    this.running ??= this.run().finally(() => { this.running = null; });
    await this.running;
  }

  private later(ms: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.now(), ms);
  }

  private async run(): Promise<void> {
    if (!this.waitingCells().length && this.place?.dataset.state === "saving") this.state("saved");
    // What is typed meanwhile waits for its own pause.
    for (let waiting = this.waitingCells(); waiting.length > 0 && this.timer === 0; waiting = this.waitingCells()) {
      const way = this.way(waiting[0]);
      const batch: Sent = new Map(waiting.filter((cell) => this.way(cell) === way).map((cell) => [cell, typed(cell)]));
      const outcome = await this.send(batch, way);
      if (typeof outcome === "string") {
        this.failed(outcome);
        return;
      }
      this.tries = 0;
      for (const [cell, sent] of batch) if (typed(cell) === sent) this.ways.delete(cell);
      this.tell(outcome.answer, batch);
      if (this.waitingCells().length) continue;
      const trouble = outcome.answer.refused[0] ?? outcome.answer.conflicts[0];
      this.say(trouble ? "refused" : "saved", trouble?.text ?? outcome.answer.saved);
    }
  }

  private waitingCells(): Filled[] {
    return this.table.inputs.filter(changed);
  }

  private way(cell: Filled): Way {
    return this.ways.get(cell) ?? "grid";
  }

  private async send(batch: Sent, way: Way): Promise<Outcome> {
    const quick = window.setTimeout(() => this.say("saving", this.form.dataset.saving ?? ""), this.tries ? 0 : QUICK_MS);
    const stop = new AbortController();
    const patience = window.setTimeout(() => stop.abort(), PATIENCE_MS);
    try {
      const body = this.body(batch, way);
      const answer = await fetch(this.form.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body,
        redirect: "manual",
        // A small save outlives the page that is being left.
        keepalive: body.toString().length < 50_000,
        signal: stop.signal,
      });
      if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return "lost";
      if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) return "refused";
      return { answer: (await answer.json()) as Answer };
    } catch {
      return "lost";
    } finally {
      window.clearTimeout(quick);
      window.clearTimeout(patience);
    }
  }

  private body(batch: Sent, way: Way): URLSearchParams {
    const body = new URLSearchParams();
    for (const name of ["csrf", "section"]) {
      body.append(name, this.form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "");
    }
    body.append("way", way);
    for (const [cell, value] of batch) {
      body.append(`c!${cell.name}`, value);
      if (cell.seen > 0) body.append(`n!${cell.name}`, String(cell.seen));
    }
    return body;
  }

  private failed(how: "lost" | "refused"): void {
    this.say("failed", how === "lost" ? (this.form.dataset.failed ?? "") : text("refused"));
    this.later(RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)]);
    if (how === "refused") this.tries = RETRY_MS.length;
    else this.tries += 1;
  }

  private say(state: string, words: string): void {
    this.state(state);
    if (this.place && this.place.textContent !== words) this.place.textContent = words;
  }

  private state(state: string): void {
    if (this.place) this.place.dataset.state = state;
  }
}
