/** Which two versions are compared: two lists. The same version chosen in both makes them change places. */
import { html, type TemplateResult } from "lit-html";
import { tellMoment } from "../../../../addin/pane/kit/moments.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import type { SubmissionAnswer } from "../../../../shared/api/submissions.ts";
import { choice } from "../../parts/form.ts";
import { COMPARE } from "./words.ts";

interface ChosenVersions {
  readonly version: number;
  /** Null: none yet. */
  readonly since: number | null;
}

type Choose = (chosen: ChosenVersions) => void;

export function versionPickers(
  versions: SubmissionAnswer["versions"],
  { version, since }: ChosenVersions,
  choose: Choose,
): TemplateResult {
  const options = [...versions]
    .sort((a, b) => b.number - a.number)
    .map(({ number, at, by }) => [String(number), say(COMPARE.option(number, tellMoment(at), by.name))] as const);
  return html`<div class="compare-pickers">
    ${choice({
      id: "compare-since",
      label: say(COMPARE.since),
      value: since === null ? "" : String(since),
      options: since === null ? [["", say(COMPARE.choose)], ...options] : options,
      choose: (chosen) => {
        const number = Number(chosen);
        if (number > 0) choose({ version: number === version ? (since ?? version) : version, since: number });
      },
    })}
    ${choice({
      id: "compare-version",
      label: say(COMPARE.version),
      value: String(version),
      options,
      choose: (chosen) => {
        const number = Number(chosen);
        choose({ version: number, since: number === since ? version : since });
      },
    })}
  </div>`;
}
