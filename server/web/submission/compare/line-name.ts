/** The name of a line item: a way to its cell in the sheet, with the section it stands in. */
import { html, nothing, type TemplateResult } from "lit-html";
import { addressOf, submissionPlace, type PlaceOf } from "../../places.ts";

interface NamedLine {
  /** Sheet and cell of its name. */
  readonly key: string;
  readonly name: string;
  readonly number?: string;
  readonly sections?: string;
}

type Where = Pick<PlaceOf<"submission">, "roundId" | "organisationId" | "version">;

export const cellAddress = ({ roundId, organisationId, version }: Where, cell: string): string =>
  addressOf(submissionPlace(roundId, organisationId, { version, cell }));

export const lineName = (where: Where, { key, name, number = "", sections = "" }: NamedLine): TemplateResult =>
  html`<a href=${cellAddress(where, key)}>${number === "" || number === "-" ? "" : `${number}. `}${name}</a>
    ${sections === "" ? nothing : html`<div class="quiet-text compare-section">${sections}</div>`}`;
