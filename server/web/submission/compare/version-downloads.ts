/** The files of a version. */
import { html, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import { API } from "../../../../shared/api.ts";
import { addressOf } from "../../../../shared/api/client.ts";
import type { Scope } from "../../page.ts";
import { downloadButton } from "../../parts/download-button.ts";
import { HISTORY } from "./words.ts";

interface VersionFiles {
  readonly roundId: string;
  readonly organisationId: string;
  readonly version: number;
  /** The original was sent along. */
  readonly hasFile: boolean;
}

const MADE = [
  ["downloadAppendix", HISTORY.appendix],
  ["downloadCheckSheet", HISTORY.checkSheet],
] as const;
const OF_FILE = [
  ["downloadFile", HISTORY.file],
  ["downloadAnnotatedVersion", HISTORY.annotated],
] as const;

export function versionDownloads(scope: Scope, { hasFile, ...params }: VersionFiles): TemplateResult {
  const files = hasFile ? [...MADE, ...OF_FILE] : MADE;
  return html`${files.map(([route, name]) =>
    downloadButton(scope, {
      path: addressOf(API[route], { params }),
      label: say(name),
      spoken: say(HISTORY.ofVersion(name, params.version)),
      look: "quiet",
    }),
  )}`;
}
