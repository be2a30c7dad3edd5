// Says at once that a chosen file is too large; the server checks again.
import { all } from "./content.ts";

export function fileSize(root: HTMLElement): void {
  for (const input of all<HTMLInputElement>(root, "input[type=file][data-max-bytes]")) {
    const notice = document.getElementById(`${input.id}-size`);
    const most = Number(input.dataset.maxBytes);
    input.addEventListener("change", () => {
      const large = [...(input.files ?? [])].filter((file) => file.size > most);
      const words = large.map((file) => `${file.name}: ${(file.size / 1_048_576).toFixed(1)} MB`).join("; ");
      if (!notice) return;
      notice.textContent = large.length ? `${notice.dataset.text ?? ""} ${words}` : "";
      input.classList.toggle("govuk-file-upload--error", large.length > 0);
      if (large.length) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    });
  }
}
