/** What is asked for anew as things happen, and above it why it could not be made newer. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import { showKnown } from "../parts/known.ts";
import type { Latest } from "../parts/latest.ts";

export const showLatest = <T>(latest: Latest<T>, show: (value: T) => TemplateResult): TemplateResult =>
  html`${latest.fault ? statusLine({ kind: "warning", text: say(latest.fault) }) : nothing}
  ${showKnown(latest.known, () => latest.retry(), show)}`;
