// Everything here is a convenience: each page works without it.
import "./htmx.ts";
import * as govuk from "govuk-frontend";
import { onContent } from "./content.ts";
import { fileSize } from "./file-size.ts";
import { menus } from "./menu.ts";
import { rows } from "./rows.ts";
import { submitOnce } from "./submit-once.ts";
import { tables } from "./tables.ts";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

const components = [
  govuk.Button,
  govuk.CharacterCount,
  govuk.Checkboxes,
  govuk.ErrorSummary,
  govuk.NotificationBanner,
  govuk.PasswordInput,
  govuk.Radios,
  govuk.ServiceNavigation,
  govuk.SkipLink,
];

onContent((root) => {
  for (const component of components) govuk.createAll(component, undefined, root);
});
onContent(rows);
onContent(fileSize);
onContent(tables);
submitOnce();
menus();
