// On a phone a dense table is laid out as cards, and browsers then forget it is a table: the roles say so again.
import { all } from "./content.ts";

const ROLES: [selector: string, role: string][] = [
  ["thead, tbody, tfoot", "rowgroup"],
  ["tr", "row"],
  ["td", "cell"],
  ["thead th", "columnheader"],
  ["tbody th, tfoot th", "rowheader"],
];

export function tables(root: HTMLElement): void {
  for (const table of all<HTMLTableElement>(root, "table.sapa-table--dense")) {
    table.setAttribute("role", "table");
    for (const [selector, role] of ROLES) {
      for (const part of table.querySelectorAll(selector)) part.setAttribute("role", role);
    }
  }
}
