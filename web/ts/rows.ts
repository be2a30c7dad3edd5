// Repeated rows. The server renders the filled rows and a few blank ones, named <prefix>-<n>-<field>, n from 0.
// Here blank rows at the end fold into one, and rows are added and removed with the numbering kept gapless.
import { all, announce } from "./content.ts";

const NUMBERED = ["name", "id", "for", "aria-describedby", "aria-labelledby", "data-target"];

const rowsOf = (editor: HTMLElement) => [...editor.querySelectorAll<HTMLElement>(":scope > [data-row]")];

function controls(row: HTMLElement) {
  return row.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("input, textarea, select");
}

function blank(row: HTMLElement): boolean {
  if (row.querySelector(".govuk-form-group--error")) return false;
  return [...controls(row)].every((control) => {
    if (control instanceof HTMLSelectElement) return control.value === "" || control.selectedIndex === 0;
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) return !control.checked;
    return control.value.trim() === "" || control.type === "hidden";
  });
}

function clear(row: HTMLElement): void {
  for (const control of controls(row)) {
    if (control instanceof HTMLSelectElement) control.selectedIndex = 0;
    else if (control.type === "checkbox" || control.type === "radio") (control as HTMLInputElement).checked = false;
    else control.value = "";
    control.removeAttribute("aria-invalid");
    for (const name of ["govuk-input--error", "govuk-textarea--error", "govuk-select--error"]) control.classList.remove(name);
  }
  for (const message of row.querySelectorAll(".govuk-error-message")) message.remove();
  for (const group of row.querySelectorAll(".govuk-form-group--error")) group.classList.remove("govuk-form-group--error");
}

function number(editor: HTMLElement): void {
  const prefix = editor.dataset.prefix ?? "";
  const pattern = new RegExp(`(^|\\s)${prefix.replace(/[^\w-]/g, "\\$&")}-\\d+-`, "g");
  const rows = rowsOf(editor);
  rows.forEach((row, index) => {
    for (const part of row.querySelectorAll("*")) {
      for (const name of NUMBERED) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replace(pattern, `$1${prefix}-${index}-`));
      }
    }
    for (const shown of row.querySelectorAll("[data-row-number]")) shown.textContent = String(index + 1);
    const remove = row.querySelector<HTMLButtonElement>(".sapa-rows__remove");
    if (remove) {
      remove.hidden = rows.length === 1;
      remove.setAttribute("aria-label", `${remove.textContent}: ${index + 1}`);
    }
  });
}

function button(label: string, kind: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `govuk-button govuk-button--secondary ${kind}`;
  made.textContent = label;
  return made;
}

function edit(editor: HTMLElement): void {
  const add = button(editor.dataset.add ?? "+", "sapa-rows__add");
  const most = Number(editor.dataset.max ?? "200");

  const equip = (row: HTMLElement) => {
    row.querySelector(".sapa-rows__remove")?.remove();
    const remove = button(editor.dataset.remove ?? "×", "sapa-rows__remove");
    remove.addEventListener("click", () => {
      const index = rowsOf(editor).indexOf(row);
      row.remove();
      settle();
      const left = rowsOf(editor);
      focus(left[Math.min(index, left.length - 1)]);
      announce(`${editor.dataset.removed ?? ""} ${index + 1}`);
    });
    row.append(remove);
  };
  const focus = (row?: HTMLElement) => row?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select")?.focus();
  const settle = () => {
    number(editor);
    add.hidden = rowsOf(editor).length >= most;
  };

  for (let rows = rowsOf(editor); rows.length > 1 && blank(rows[rows.length - 1]) && blank(rows[rows.length - 2]); rows = rowsOf(editor)) {
    rows[rows.length - 1].remove();
  }
  rowsOf(editor).forEach(equip);
  editor.append(add);
  add.addEventListener("click", () => {
    const rows = rowsOf(editor);
    const fresh = rows[rows.length - 1].cloneNode(true) as HTMLElement;
    clear(fresh);
    equip(fresh);
    add.before(fresh);
    settle();
    focus(fresh);
    announce(`${editor.dataset.added ?? ""} ${rows.length + 1}`);
  });
  settle();
}

export function rows(root: HTMLElement): void {
  for (const editor of all<HTMLElement>(root, "[data-sapa-rows]")) {
    if (editor.dataset.ready) continue;
    editor.dataset.ready = "true";
    edit(editor);
  }
}
