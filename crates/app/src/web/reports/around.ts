// What stands around the grid: the list of findings, the tabs, the next steps. The page is asked for them again when the
// checks have found something else and the person pauses.
import type { Answer } from "./saving.ts";

const PAUSE_MS = 1_500;
const PARTS = ["#findings", ".sapa-tabs", ".sapa-report__aside"];

export class Around {
  private shown: string | null = null;
  private timer = 0;

  changed(answer: Answer): void {
    const found = JSON.stringify([answer.errors, answer.warnings, answer.unfilled, answer.findings]);
    if (found === this.shown) return;
    this.shown = found;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void renew(), PAUSE_MS);
  }
}

async function renew(): Promise<void> {
  const answer = await fetch(window.location.href, { redirect: "manual" }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of PARTS) {
    const old = document.querySelector<HTMLElement>(part);
    const fresh = page.querySelector<HTMLElement>(part);
    if (!old || !fresh || busy(old)) continue;
    old.replaceWith(fresh);
    fresh.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true }));
  }
}

/** Somebody is in it, or has written something there that is not sent. */
function busy(part: HTMLElement): boolean {
  const inputs = [...part.querySelectorAll<HTMLInputElement>("input:not([type=hidden])")];
  return part.contains(document.activeElement) || inputs.some((input) => input.value !== input.defaultValue);
}
