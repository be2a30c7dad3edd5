// What the server answered, on the page: numbers that follow, what is wrong beside its cell, how much is left. The cell
// that somebody is typing in is left alone.
import { announce } from "sapa/content.ts";
import type { Answer, Sent } from "./saving.ts";
import { active, changed, filled, plain, see, type Cell, type Filled, type Table } from "./table.ts";
import type { Undo } from "./undo.ts";

export function show(answer: Answer, sent: Sent, form: HTMLFormElement, table: Table, undo: Undo): void {
  settle(answer, sent, table, undo);
  if (form.dataset.whole === undefined) takeOver(answer, sent, table, undo);
  const unfilled = form.dataset.unfilled ?? "";
  for (const cell of table.all) number(cell, answer.values[cell.name], unfilled);
  mark(answer, table);
  count(answer);
}

/** What became of each cell that was sent. */
function settle(answer: Answer, sent: Sent, table: Table, undo: Undo): void {
  const refused = new Map(answer.refused.map((r) => [r.cell, r.text]));
  const conflicts = new Map(answer.conflicts.map((c) => [c.cell, c]));
  for (const [cell, value] of sent) {
    const conflict = conflicts.get(cell.name);
    cell.told = refused.get(cell.name) ?? conflict?.text ?? "";
    cell.refused = refused.has(cell.name) ? value : null;
    if (conflict) {
      see(cell, conflict.value === "" ? 0 : conflict.n);
      theirs(cell, conflict.value, undo);
    } else if (cell.refused === null) {
      cell.saved = value;
      see(cell, answer.written[cell.name] ?? 0);
    }
  }
  if (answer.conflicts.length) announce(answer.conflicts.map((c) => c.text).join(" "));
}

/** Somebody else's value comes into the cell: at once, or when the person has left it. */
function theirs(cell: Filled, value: string, undo: Undo): void {
  cell.saved = value;
  if (active(cell)) {
    cell.theirs = value;
    return;
  }
  cell.input.value = value;
  undo.forget(cell);
}

/** Where nothing comes from below, a number is what somebody entered: what others entered meanwhile is shown. */
function takeOver(answer: Answer, sent: Sent, table: Table, undo: Undo): void {
  for (const cell of table.inputs) {
    const value = answer.values[cell.name];
    const written = answer.written[cell.name] ?? 0;
    const ours = sent.has(cell) || changed(cell) || active(cell) || cell.refused !== null;
    if (ours || value === undefined || cell.words || written === cell.seen) continue;
    see(cell, written);
    theirs(cell, plain(value), undo);
  }
}

function number(cell: Cell, value: string | undefined, unfilled: string): void {
  if (value === undefined) return;
  if (filled(cell)) {
    const whole = cell.td.querySelector<HTMLElement>(".sapa-grid__whole");
    const sum = whole?.querySelector<HTMLElement>(".sapa-grid__sum");
    if (!whole || !sum) return;
    sum.textContent = value;
    whole.hidden = plain(value) === plain(cell.saved);
    return;
  }
  const shown = cell.td.querySelector<HTMLElement>(".sapa-grid__value");
  if (!shown || shown.textContent === value) return;
  if (value !== "") {
    shown.textContent = value;
    return;
  }
  const said = document.createElement("span");
  said.className = "govuk-visually-hidden";
  said.textContent = unfilled;
  shown.replaceChildren(said, "\u00a0");
}

function mark(answer: Answer, table: Table): void {
  const found = new Map<string, { kind: string; text: string }[]>();
  for (const one of answer.findings) found.set(one.cell, [...(found.get(one.cell) ?? []), one]);
  for (const cell of table.all) {
    const here = [...(cell.told ? [{ kind: "error", text: cell.told }] : []), ...(found.get(cell.name) ?? [])];
    const error = here.some((one) => one.kind === "error");
    cell.td.classList.toggle("is-error", error);
    cell.td.classList.toggle("is-warning", !error && here.length > 0);
    if (error) cell.input?.setAttribute("aria-invalid", "true");
    else cell.input?.removeAttribute("aria-invalid");
    write(cell, here.map((one) => one.text));
  }
}

function write(cell: Cell, texts: string[]): void {
  const place = cell.td.querySelector<HTMLElement>(".sapa-grid__wrong");
  if (!place) return;
  const old = [...place.querySelectorAll<HTMLElement>("span:not(.is-remark)")];
  if (old.length === texts.length && old.every((span, i) => span.textContent === texts[i])) return;
  for (const span of old) span.remove();
  place.prepend(...texts.map((text) => Object.assign(document.createElement("span"), { textContent: text })));
}

function count(answer: Answer): void {
  const list = document.querySelector<HTMLElement>("[data-counts]");
  const counts: [string, number, string][] = [
    ["errors", answer.errors, "is-wrong"],
    ["warnings", answer.warnings, "is-odd"],
    ["unfilled", answer.unfilled, ""],
  ];
  for (const [name, value, kind] of counts) {
    const item = list?.querySelector<HTMLElement>(`[data-count=${name}]`);
    const number = item?.querySelector("span");
    if (number) number.textContent = String(value);
    if (kind) item?.classList.toggle(kind, value > 0);
  }
}
