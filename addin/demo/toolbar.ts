/** All of the page around the sheet: what it is, which workbook, the formula bar, the sheets, what is selected. */
import { html, nothing, type TemplateResult } from "lit-html";
import { cellName } from "../../shared/grid.ts";
import type { Language } from "../../shared/money.ts";
import { printArea } from "../../test/host-sim/address.ts";
import type { DemoExcel } from "./demo-excel.ts";
import { sayStatus } from "./grid/selection-status.ts";
import type { SheetControl } from "./grid/sheet-control.ts";
import { pressInEditor } from "./grid/wire-sheet.ts";
import type { Say } from "./words.ts";
import type { Sample } from "./workbooks.ts";

export interface PageState {
  readonly excel: DemoExcel;
  readonly control: SheetControl;
  readonly samples: readonly Sample[] | null;
  /** The sample that is open; "" for any other workbook. */
  readonly sample: string;
  /** What went wrong, or what is being done. */
  readonly notice: string;
  readonly language: Language;
  readonly say: Say;
  readonly otherLanguageAddress: string;
}

export interface PageActions {
  readonly openSample: (name: string) => void;
  readonly openBlank: () => void;
  readonly openFile: (file: File) => void;
  readonly closeNotice: () => void;
  readonly downloadHanded: () => void;
  readonly closeHanded: () => void;
}

export const trialLine = ({ say, otherLanguageAddress }: PageState): TemplateResult =>
  html`<p>${say("trial")}</p>
    <nav>
      <a href="/huong-dan" target="_blank" rel="noopener">${say("guide")}</a>
      <a href=${otherLanguageAddress}>${say("otherLanguage")}</a>
    </nav>`;

export function tools(state: PageState, actions: PageActions): TemplateResult {
  const { say, control, excel } = state;
  const act = (what: () => void) => (): void => {
    control.commit();
    what();
  };
  return html`
    <div class="file-name">
      <strong>${excel.book.name}</strong>
      <span class=${excel.book.isDirty ? "dirty" : "clean"} role="status">
        ${excel.book.isDirty ? say("unsaved") : say("saved")}
      </span>
    </div>
    <button
      type="button"
      id="save"
      class="strong"
      @click=${act(() => {
        excel.user.saves();
      })}
    >
      ${say("save")}
    </button>
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        .checked=${excel.book.isAutoSaved}
        @change=${(event: Event) => {
          excel.user.turnsAutoSave(event.target instanceof HTMLInputElement && event.target.checked);
        }}
      />
      ${say("autoSave")}
    </label>
    <span class="rule"></span>
    <button
      type="button"
      ?disabled=${excel.book.undo.length === 0}
      @click=${act(() => {
        excel.user.undoes();
      })}
    >
      ${say("undo")}
    </button>
    <button
      type="button"
      @click=${act(() => {
        control.insertRows();
      })}
    >
      ${say("insertRow")}
    </button>
    <button
      type="button"
      @click=${act(() => {
        control.deleteRows();
      })}
    >
      ${say("deleteRow")}
    </button>
    <span class="rule"></span>
    ${chooser(state, actions)}
  `;
}

/** No name of a sample. */
const BLANK = "+";

const chooser = ({ say, excel, samples, sample, language }: PageState, actions: PageActions): TemplateResult => html`
  <label class="choose">
    <span class="aside">${say("workbook")}</span>
    <select
      @change=${(event: Event) => {
        const name = event.target instanceof HTMLSelectElement ? event.target.value : "";
        if (name === BLANK) actions.openBlank();
        else actions.openSample(name);
      }}
    >
      ${sample === "" ? html`<option value="" selected>${excel.book.name}</option>` : nothing}
      <option value=${BLANK}>${say("blankWorkbook")}</option>
      ${(samples ?? []).map(
        ({ name, title, titleEn }) =>
          html`<option value=${name} ?selected=${name === sample}>${language === "vi" ? title : titleEn}</option>`,
      )}
    </select>
  </label>
  <label class="button">
    ${say("openFile")}
    <input
      type="file"
      accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      @change=${(event: Event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        const [file] = event.target.files ?? [];
        event.target.value = "";
        if (file) actions.openFile(file);
      }}
    />
  </label>
`;

export function notices({ say, notice, excel }: PageState, actions: PageActions): TemplateResult {
  const hasHanded = excel.handed.length > 0;
  return html`${
    notice === ""
      ? nothing
      : html`<div class="notice">
          <span>${notice}</span>
          <button type="button" @click=${actions.closeNotice}>${say("close")}</button>
        </div>`
  }
  ${
    hasHanded
      ? html`<div class="notice">
          <span>${say("handed")}</span>
          <a class="button" href="/demo?handed=1" target="_blank" rel="opener">${say("openHanded")}</a>
          <button type="button" @click=${actions.downloadHanded}>${say("downloadHanded")}</button>
          <button type="button" @click=${actions.closeHanded}>${say("close")}</button>
        </div>`
      : nothing
  }`;
}

export const formulaRow = ({ say, control }: PageState): TemplateResult => html`
  <input
    id="name-box"
    aria-label=${say("nameBox")}
    spellcheck="false"
    autocomplete="off"
    .value=${nameOf(control)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
      if (!control.goTo(event.target.value)) event.target.value = nameOf(control);
      control.view.grid.focus({ preventScroll: true });
    }}
  />
  <span class="fx" aria-hidden="true">fx</span>
  <input
    id="formula-bar"
    aria-label=${say("formulaBar")}
    spellcheck="false"
    autocomplete="off"
    .value=${control.barText}
    @input=${(event: Event) => {
      if (event.target instanceof HTMLInputElement) control.writeFromBar(event.target.value);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (control.isEditing && pressInEditor(control, event)) event.preventDefault();
    }}
  />
`;

function nameOf({ areas, active }: SheetControl): string {
  const [area] = areas;
  return area && areas.length === 1 ? printArea(area) : cellName(active.row, active.column);
}

export const sheetTabs = ({ say, control }: PageState): TemplateResult => html`
  <div role="tablist" aria-label=${say("sheets")}>
    ${control.visibleSheets.map(
      (sheet) =>
        html`<button
          type="button"
          role="tab"
          aria-selected=${sheet === control.sheet ? "true" : "false"}
          aria-controls="sheet"
          @click=${() => {
            control.showSheet(sheet);
          }}
        >
          ${sheet.name}
        </button>`,
    )}
  </div>
  <div class="status">${sayStatus(control, say)}</div>
`;
