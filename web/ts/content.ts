// Runs a module on the page and again on every piece that htmx brings in.
type Module = (root: HTMLElement) => void;

export function onContent(module: Module): void {
  module(document.body);
  document.body.addEventListener("htmx:load", (event) => {
    const root = event.target;
    if (root instanceof HTMLElement && root !== document.body) module(root);
  });
}

/** The elements under `root`, and `root` itself, that match. */
export function all<E extends HTMLElement>(root: HTMLElement, selector: string): E[] {
  const found = [...root.querySelectorAll<E>(selector)];
  if (root.matches(selector)) found.unshift(root as E);
  return found;
}

/** Says a short text to people who do not see the page change. */
export function announce(text: string): void {
  const live = document.getElementById("sapa-live");
  if (live) live.textContent = text;
}

/** A localised text that the page carries for scripts, as data-<name> of the live region. */
export function text(name: string): string {
  return document.getElementById("sapa-live")?.dataset[name] ?? "";
}
