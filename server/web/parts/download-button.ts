/** Has the browser save a file of the service. While it is prepared the button turns, and a second press does nothing. */
import { html, type TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { icon, spinner, type IconName } from "../../../addin/pane/kit/icons.ts";
import type { Scope } from "../page.ts";

type DownloadScope = Pick<Scope, "download" | "redraw">;

interface DownloadOptions {
  /** Of the contract, "/api/v1/…". */
  readonly path: string;
  readonly label: string;
  /** For those who hear the button alone; left out: the label says enough. */
  readonly spoken?: string;
  /** The id of what says more about it. */
  readonly describedBy?: string;
  readonly icon?: IconName;
  /** Left out: framed. */
  readonly look?: "quiet";
}

/** Of each page, the paths of what is being prepared. */
const UNDER_WAY = new WeakMap<DownloadScope, Set<string>>();

export function downloadButton(scope: DownloadScope, options: DownloadOptions): TemplateResult {
  const { path, label, spoken, describedBy, look = "plain" } = options;
  const isBusy = UNDER_WAY.get(scope)?.has(path) ?? false;
  return html`<button
    type="button"
    class="button ${look}"
    aria-label=${ifDefined(spoken)}
    aria-describedby=${ifDefined(describedBy)}
    aria-disabled=${isBusy ? "true" : "false"}
    @click=${() => void download(scope, path)}
  >
    ${isBusy ? spinner() : icon(options.icon ?? "download")}<span>${label}</span>
  </button>`;
}

async function download(scope: DownloadScope, path: string): Promise<void> {
  const underWay = UNDER_WAY.get(scope) ?? new Set<string>();
  if (underWay.has(path)) return;
  UNDER_WAY.set(scope, underWay.add(path));
  scope.redraw();
  try {
    await scope.download(path);
  } finally {
    underWay.delete(path);
    scope.redraw();
  }
}
