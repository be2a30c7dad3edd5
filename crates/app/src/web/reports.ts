// The report form as a grid: keys, blocks, saving, taking back. The plain form under it works without any of this.
import { announce, all, onContent } from "sapa/content.ts";
import { show } from "./reports/answer.ts";
import { Block, fields, placed } from "./reports/block.ts";
import { Around } from "./reports/around.ts";
import { Saver, type Way } from "./reports/saving.ts";
import { filled, isDash, plain, Table, typed, type Cell, type Filled } from "./reports/table.ts";
import { Undo } from "./reports/undo.ts";

const ROLES: [selector: string, role: string][] = [
  ["thead, tbody", "rowgroup"],
  ["tr", "row"],
  ["td", "cell"],
  ["thead th", "columnheader"],
  ["tbody th", "rowheader"],
];

class Grid {
  private readonly table: Table;
  private readonly block: Block;
  private readonly undo = new Undo();
  private readonly saver: Saver;
  private dragged: Cell | null = null;

  constructor(
    private readonly form: HTMLFormElement,
    table: HTMLTableElement,
  ) {
    this.table = new Table(table);
    this.block = new Block(this.table, form.dataset.cells ?? "");
    const around = new Around();
    this.saver = new Saver(form, this.table, (answer, sent) => {
      show(answer, sent, form, this.table, this.undo);
      around.changed(answer);
    });
    for (const link of table.querySelectorAll<HTMLElement>(".sapa-grid__history")) link.tabIndex = -1;
    this.listen(table);
    this.leave();
  }

  private listen(table: HTMLTableElement): void {
    table.addEventListener("focusin", (event) => this.enter(event));
    table.addEventListener("focusout", (event) => this.left(event));
    table.addEventListener("input", (event) => this.typedIn(event as InputEvent));
    table.addEventListener("keydown", (event) => this.key(event));
    table.addEventListener("mousedown", (event) => this.press(event));
    table.addEventListener("mouseover", (event) => this.drag(event));
    table.addEventListener("click", (event) => { if (event.shiftKey && this.block.chosen) event.preventDefault(); });
    document.addEventListener("mouseup", () => { this.dragged = null; });
    table.addEventListener("copy", (event) => this.copy(event));
    table.addEventListener("cut", (event) => this.cut(event));
    table.addEventListener("paste", (event) => this.paste(event));
    this.form.addEventListener("submit", (event) => { event.preventDefault(); void this.saver.now(); });
  }

  private enter(event: FocusEvent): void {
    const cell = this.table.of(event.target);
    if (!filled(cell) || event.target !== cell.input) return;
    this.undo.begin(cell);
    cell.input.select();
  }

  private left(event: FocusEvent): void {
    const cell = this.table.of(event.target);
    if (!filled(cell) || event.target !== cell.input) return;
    if (cell.theirs !== null) {
      cell.input.value = cell.theirs;
      cell.theirs = null;
      this.undo.forget(cell);
    }
    this.undo.end(cell);
    this.block.clear();
    if (this.saver.waiting) void this.saver.now();
  }

  private typedIn(event: InputEvent): void {
    const cell = this.table.of(event.target);
    if (!filled(cell)) return;
    this.block.clear();
    // Whoever goes on typing beside somebody else's value has read it.
    cell.theirs = null;
    this.saver.soon([cell], "grid");
    if (!cell.words && event.inputType === "insertText" && isDash(typed(cell))) this.down(cell, 1);
  }

  private down(cell: Filled, step: 1 | -1): void {
    const next = this.table.along(cell, step);
    if (next) this.go(next);
    else {
      this.undo.end(cell);
      cell.input.select();
    }
  }

  private go(cell: Filled | undefined): void {
    this.block.clear();
    if (!cell) return;
    cell.input.focus();
    cell.input.scrollIntoView({ block: "nearest" });
  }

  /** Puts texts into cells as one change that can be taken back at once. */
  private put(texts: [Filled, string][], way: Way): void {
    const changes = texts.map(([cell, after]) => ({ cell, before: typed(cell), after }));
    for (const { cell, after } of changes) {
      this.undo.end(cell);
      cell.theirs = null;
      cell.input.value = after;
      this.undo.begin(cell);
    }
    this.undo.add(changes);
    this.saver.soon(changes.map((c) => c.cell), way);
  }

  private takeBack(changes: { cell: Filled; after: string }[] | undefined): void {
    if (!changes) return;
    for (const { cell, after } of changes) {
      cell.theirs = null;
      cell.input.value = after;
      this.undo.begin(cell);
    }
    this.saver.soon(changes.map((c) => c.cell), "undo");
    this.go(changes[0].cell);
    announce(this.form.dataset.undone ?? "");
  }

  // Keys

  private key(event: KeyboardEvent): void {
    const cell = this.table.of(event.target);
    if (!filled(cell) || event.target !== cell.input || event.isComposing || event.altKey) return;
    const done = event.ctrlKey || event.metaKey ? this.command(event, cell) : this.plainKey(event, cell);
    if (done) event.preventDefault();
  }

  private command(event: KeyboardEvent, cell: Filled): boolean {
    // By place on the keyboard: the letters are others in Kazakh and Russian.
    if (event.code === "KeyZ" || event.code === "KeyY") {
      this.undo.end(cell);
      const again = event.code === "KeyY" || event.shiftKey;
      this.takeBack(again ? this.undo.again() : this.undo.back());
      return true;
    }
    if (event.key === "Home") return this.went(this.table.edge("first"));
    if (event.key === "End") return this.went(this.table.edge("last"));
    if (event.key === "PageUp") return this.section(-1);
    if (event.key === "PageDown") return this.section(1);
    return false;
  }

  private plainKey(event: KeyboardEvent, cell: Filled): boolean {
    const shift = event.shiftKey;
    switch (event.key) {
      case "Enter":
        this.down(cell, shift ? -1 : 1);
        return true;
      case "ArrowDown":
      case "ArrowUp": {
        const step = event.key === "ArrowDown" ? 1 : -1;
        if (shift) this.block.stretch(cell, step, 0);
        else this.go(this.table.along(cell, step));
        return true;
      }
      case "ArrowLeft":
      case "ArrowRight": {
        const step = event.key === "ArrowRight" ? 1 : -1;
        if (!shift) return atEdge(cell, step) && this.went(this.table.across(cell, step));
        if (!this.block.chosen && !whole(cell)) return false;
        this.block.stretch(cell, 0, step);
        return true;
      }
      case "Home":
        return !shift && atEdge(cell, -1) && this.went(this.table.edge("first", cell.row));
      case "End":
        return !shift && atEdge(cell, 1) && this.went(this.table.edge("last", cell.row));
      case "Escape":
        return this.escape(cell);
      case "F2":
        void this.open(cell.input.dataset.href ?? "");
        return true;
      case "Delete":
      case "Backspace":
        return this.block.chosen && this.fill("");
      case "-":
        return this.block.chosen && this.fill("-");
      default:
        return false;
    }
  }

  private went(cell: Filled | undefined): boolean {
    this.go(cell);
    return cell !== undefined;
  }

  private fill(text: string): boolean {
    this.put(this.block.cells.filter((cell) => !cell.words || text === "").map((cell) => [cell, text]), "grid");
    return true;
  }

  private escape(cell: Filled): boolean {
    if (this.block.chosen) this.block.clear();
    else {
      cell.input.value = this.undo.before(cell);
      this.saver.soon([cell], "grid");
    }
    cell.input.select();
    return true;
  }

  private section(step: 1 | -1): boolean {
    const tabs = [...document.querySelectorAll<HTMLAnchorElement>(".sapa-tabs a")];
    const next = tabs[tabs.findIndex((tab) => tab.hasAttribute("aria-current")) + step];
    if (next) void this.open(next.href);
    return true;
  }

  private async open(address: string): Promise<void> {
    if (!address) return;
    await this.saver.now();
    window.location.assign(address);
  }

  // The mouse

  private press(event: MouseEvent): void {
    const cell = this.table.of(event.target);
    if (!cell || event.button !== 0 || (event.target as Element).closest(".sapa-grid__about")) return;
    const here = this.table.of(document.activeElement);
    if (event.shiftKey && filled(here)) {
      event.preventDefault();
      this.block.choose(here, cell);
      return;
    }
    this.block.clear();
    if (!filled(cell)) return;
    this.dragged = cell;
    if (document.activeElement === cell.input) return;
    event.preventDefault();
    cell.input.focus();
  }

  private drag(event: MouseEvent): void {
    const cell = this.table.of(event.target);
    if (!this.dragged || !cell || (event.buttons & 1) === 0) return;
    if (cell === this.dragged && !this.block.chosen) return;
    event.preventDefault();
    this.block.choose(this.dragged, cell);
  }

  // The clipboard

  private copy(event: ClipboardEvent): boolean {
    const cell = this.table.of(event.target);
    if (!filled(cell) || !event.clipboardData) return false;
    if (!this.block.chosen && !whole(cell) && cell.input.selectionStart !== cell.input.selectionEnd) return false;
    event.clipboardData.setData("text/plain", this.block.chosen ? this.block.text() : cell.words ? typed(cell) : plain(typed(cell)));
    event.preventDefault();
    return true;
  }

  private cut(event: ClipboardEvent): void {
    const cell = this.table.of(event.target);
    if (!filled(cell) || !this.copy(event)) return;
    const cells = this.block.chosen ? this.block.cells : [cell];
    this.put(cells.map((one) => [one, ""]), "grid");
  }

  private paste(event: ClipboardEvent): void {
    const cell = this.table.of(event.target);
    const text = event.clipboardData?.getData("text/plain").replace(/[\r\n]+$/, "") ?? "";
    if (!filled(cell) || text === "") return;
    const rows = fields(text);
    const single = rows.length === 1 && rows[0].length === 1;
    const lines = cell.words && !text.includes("\t");
    if (!this.block.chosen && (single || lines)) return;
    event.preventDefault();
    const corner = this.block.corner ?? cell;
    this.put(single ? this.block.cells.map((one) => [one, rows[0][0].trim()]) : placed(this.table, corner, rows), "paste");
    this.block.clear();
    cell.input.select();
  }

  // Leaving the page

  private leave(): void {
    window.addEventListener("beforeunload", (event) => {
      if (!this.saver.unsaved) return;
      event.preventDefault();
      event.returnValue = "";
    });
    document.addEventListener("click", (event) => this.follow(event), true);
    document.addEventListener("submit", (event) => this.sendAfter(event), true);
  }

  /** A link waits until what was typed is saved. */
  private follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stays = link.origin !== window.location.origin || link.target === "_blank" || link.getAttribute("href")?.startsWith("#");
    if (stays || !this.saver.waiting) return;
    event.preventDefault();
    void this.open(link.href);
  }

  /** So does another form of the page: the server reads the cells when it comes. */
  private sendAfter(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form === this.form || !this.saver.waiting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.saver.now().then(() => {
      if (!this.saver.waiting) form.requestSubmit(event.submitter);
    });
  }
}

const whole = ({ input }: Filled) => input.selectionStart === 0 && input.selectionEnd === input.value.length;

/** The caret cannot go further this way within the text. */
function atEdge(cell: Filled, step: 1 | -1): boolean {
  const { selectionStart: start, selectionEnd: end, value } = cell.input;
  return whole(cell) || (start === end && start === (step > 0 ? value.length : 0));
}

onContent((root) => {
  for (const table of all<HTMLTableElement>(root, "table.sapa-grid")) {
    // Laid out as cards on a phone, it is still a table.
    table.setAttribute("role", "table");
    for (const [selector, role] of ROLES) {
      for (const part of table.querySelectorAll(selector)) part.setAttribute("role", role);
    }
    const form = table.closest<HTMLFormElement>("form[data-grid]");
    if (form?.querySelector("[data-saved]")) new Grid(form, table);
  }
});
