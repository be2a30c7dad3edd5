// htmx: the token of the session on every request, and plain words when a request fails.
import htmx from "htmx.org";
import { announce, text } from "./content.ts";

const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content;

document.addEventListener("htmx:configRequest", (event) => {
  const detail = (event as CustomEvent<{ headers: Record<string, string>; verb: string }>).detail;
  if (token && detail.verb !== "get") detail.headers["X-CSRF-Token"] = token;
});

function trouble(name: "failed" | "refused"): void {
  const place = document.getElementById("sapa-trouble");
  const words = text(name);
  if (place) {
    place.textContent = words;
    place.hidden = false;
  }
  announce(words);
}

document.addEventListener("htmx:sendError", () => trouble("failed"));
document.addEventListener("htmx:timeout", () => trouble("failed"));
document.addEventListener("htmx:responseError", () => trouble("refused"));
document.addEventListener("htmx:afterOnLoad", () => {
  const place = document.getElementById("sapa-trouble");
  if (place) place.hidden = true;
});

export default htmx;
