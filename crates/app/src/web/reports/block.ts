// A block of cells: chosen with Shift or by dragging, carried to and from a spreadsheet as lines of tab-separated text.
import { announce } from "sapa/content.ts";
import { content, filled, type Cell, type Filled, type Table } from "./table.ts";

export class Block {
  private from: Cell | null = null;
  private to: Cell | null = null;

  constructor(
    private readonly table: Table,
    private readonly word: string,
  ) {}

  get chosen(): boolean {
    return this.from !== null;
  }

  get corner(): Cell | undefined {
    return this.grid()[0]?.[0];
  }

  get cells(): Filled[] {
    return this.grid().flat().filter(filled);
  }

  choose(from: Cell, to: Cell): void {
    this.mark(false);
    [this.from, this.to] = [from, to];
    this.mark(true);
    to.td.scrollIntoView({ block: "nearest" });
    announce(`${this.word}: ${this.grid().flat().filter(Boolean).length}`);
  }

  /** One row or column more or less at the end that moves. */
  stretch(anchor: Cell, down: number, right: number): void {
    const end = this.to ?? anchor;
    const row = this.table.rows[clamp(end.row + down, this.table.rows.length)];
    const to = row[clamp(end.column + right, row.length)];
    if (to) this.choose(anchor, to);
  }

  clear(): void {
    this.mark(false);
    this.from = this.to = null;
  }

  text(): string {
    return this.grid().map((row) => row.map((cell) => quoted(content(cell))).join("\t")).join("\n");
  }

  private grid(): (Cell | undefined)[][] {
    return this.from && this.to ? this.table.block(this.from, this.to) : [];
  }

  private mark(chosen: boolean): void {
    for (const cell of this.grid().flat()) cell?.td.classList.toggle("is-chosen", chosen);
  }
}

const clamp = (at: number, count: number) => Math.max(0, Math.min(at, count - 1));
const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The fields of a spreadsheet's text: quotes hold a field together that has tabs or lines in it. */
export function fields(text: string): string[][] {
  const rows: string[][] = [];
  const one = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  let row: string[] = [];
  while (one.lastIndex < text.length) {
    const found = one.exec(text);
    if (!found) break;
    row.push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    if (found[3] === "\t" && one.lastIndex < text.length) continue;
    if (found[3] === "\t") row.push("");
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Which cell gets which text, when a text is pasted from a cell on. Cells that nobody fills keep their place and are left. */
export function placed(table: Table, at: Cell, rows: string[][]): [Filled, string][] {
  const found: [Filled, string][] = [];
  rows.forEach((row, down) =>
    row.forEach((text, right) => {
      const cell = table.rows[at.row + down]?.[at.column + right];
      if (filled(cell)) found.push([cell, cell.words ? text.replace(/\s+/g, " ").trim() : text.trim()]);
    }),
  );
  return found;
}
