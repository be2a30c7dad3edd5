// One press, one submission. The button stays a button (its name and value are sent); a second press is ignored
// until the answer comes, or for ten seconds if the line is lost.
const PATIENCE_MS = 10_000;
const sent = new WeakMap<HTMLFormElement, HTMLElement | null>();

function release(form: HTMLFormElement): void {
  const button = sent.get(form);
  sent.delete(form);
  form.removeAttribute("aria-busy");
  button?.removeAttribute("aria-disabled");
}

export function submitOnce(): void {
  // Bubbling, so that a handler which refuses the submission has had its say.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (sent.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (event.defaultPrevented) return;
    sent.set(form, event.submitter);
    form.setAttribute("aria-busy", "true");
    event.submitter?.setAttribute("aria-disabled", "true");
    setTimeout(() => release(form), PATIENCE_MS);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.forms) release(form);
  });
}
