// The grid as places: which cell stands where, and what is known of each.

export interface Cell {
  td: HTMLTableCellElement;
  /** None where the number follows from others. */
  input: HTMLInputElement | null;
  name: string;
  /** Holds words, not a number. */
  words: boolean;
  row: number;
  column: number;
  /** What the server holds, as far as this page knows. */
  saved: string;
  /** The edit that wrote it; 0 for a cell that was empty. */
  seen: number;
  /** A text the server would not take: not sent twice. */
  refused: string | null;
  /** What somebody else wrote: shown when the person leaves the cell. */
  theirs: string | null;
  /** What the server said of the text of this page. */
  told: string;
}

export type Filled = Cell & { input: HTMLInputElement };

export const filled = (cell: Cell | undefined | null): cell is Filled => Boolean(cell?.input);
export const typed = (cell: Filled): string => cell.input.value.trim();
export const active = (cell: Filled): boolean => document.activeElement === cell.input;

/** Whether it holds something that the server has not been told. */
export const changed = (cell: Filled): boolean =>
  cell.theirs === null && typed(cell) !== cell.saved && typed(cell) !== cell.refused;

const DASHES = new Set(["-", "–", "—", "−", "‑"]);
export const isDash = (text: string): boolean => DASHES.has(text.trim());

/** A number without the spaces between its thousands. */
export function plain(text: string): string {
  const digits = text.replace(/[\s\u00a0\u2009\u202f]/g, "");
  return /^\d+$/.test(digits) ? digits : text.trim();
}

export class Table {
  readonly rows: Cell[][];
  private readonly names = new Map<string, Cell>();

  constructor(table: HTMLTableElement) {
    this.rows = [...table.tBodies[0].rows].map((tr, row) =>
      [...tr.querySelectorAll<HTMLTableCellElement>("td[data-cell]")].map((td, column) => read(td, row, column)),
    );
    for (const cell of this.rows.flat()) this.names.set(cell.name, cell);
  }

  get all(): Cell[] {
    return [...this.names.values()];
  }

  get inputs(): Filled[] {
    return this.all.filter(filled);
  }

  named(name: string): Cell | undefined {
    return this.names.get(name);
  }

  /** The cell that an element of the page stands in. */
  of(target: EventTarget | null): Cell | undefined {
    const td = target instanceof Element ? target.closest<HTMLElement>("td[data-cell]") : null;
    return this.names.get(td?.dataset.cell ?? "");
  }

  /** The next input along the column. */
  along(from: Cell, step: 1 | -1): Filled | undefined {
    for (let row = from.row + step; row >= 0 && row < this.rows.length; row += step) {
      const cell = this.rows[row][from.column];
      if (filled(cell)) return cell;
    }
    return undefined;
  }

  /** The next input along the row. */
  across(from: Cell, step: 1 | -1): Filled | undefined {
    const row = this.rows[from.row];
    for (let column = from.column + step; column >= 0 && column < row.length; column += step) {
      const cell = row[column];
      if (filled(cell)) return cell;
    }
    return undefined;
  }

  /** The first or last input of a row, or of the whole table. */
  edge(end: "first" | "last", row?: number): Filled | undefined {
    const inputs = (row === undefined ? this.rows.flat() : this.rows[row]).filter(filled);
    return end === "first" ? inputs[0] : inputs[inputs.length - 1];
  }

  /** The rectangle between two cells; places where the form has no cell are empty. */
  block(one: Cell, other: Cell): (Cell | undefined)[][] {
    const between = (a: number, b: number) => Array.from({ length: Math.abs(a - b) + 1 }, (_, i) => Math.min(a, b) + i);
    return between(one.row, other.row).map((row) => between(one.column, other.column).map((column) => this.rows[row][column]));
  }
}

function read(td: HTMLTableCellElement, row: number, column: number): Cell {
  const input = td.querySelector<HTMLInputElement>("input.sapa-grid__input");
  return {
    td,
    input,
    name: td.dataset.cell ?? "",
    words: td.classList.contains("is-words"),
    row,
    column,
    saved: input?.defaultValue.trim() ?? "",
    seen: Number(seenField(td)?.value ?? 0),
    refused: null,
    theirs: null,
    told: "",
  };
}

const seenField = (td: HTMLElement) => td.querySelector<HTMLInputElement>("input[type=hidden]");

/** Remembers the edit that the person has now seen, for the plain form too. */
export function see(cell: Filled, edit: number): void {
  cell.seen = edit;
  let field = seenField(cell.td);
  if (!field && edit > 0) {
    field = Object.assign(document.createElement("input"), { type: "hidden", name: `n!${cell.name}`, autocomplete: "off" });
    cell.td.prepend(field);
  }
  if (field && edit > 0) field.value = String(edit);
  else field?.remove();
}

/** What a cell shows, as text to carry elsewhere. */
export function content(cell: Cell | undefined): string {
  if (!cell) return "";
  if (filled(cell)) return typed(cell);
  const shown = cell.td.querySelector<HTMLElement>(".sapa-grid__value, .sapa-grid__words");
  const text = [...(shown?.childNodes ?? [])].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.textContent).join("");
  return cell.words ? text.trim() : plain(text);
}
