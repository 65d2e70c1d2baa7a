/** The receipt: what proves that it has arrived. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { copyText } from "../../../addin/pane/kit/copy-text.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import { printAmount, printCount } from "../../../addin/pane/kit/printing.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { Receipt } from "../../../shared/api/submissions.ts";
import { formById } from "../../../shared/forms/index.ts";
import { UNIT_NAMES } from "../../../shared/money.ts";
import { facts } from "../parts/facts.ts";
import { addressOf, submissionPlace } from "../places.ts";
import { COMMON } from "../words.ts";
import type { OwnRound, UploadDesk } from "./upload-desk.ts";
import { RECEIPT, SUMMARY, UPLOAD } from "./words.ts";

type Line = readonly [name: string, value: string];

const TOLD_LATER = { by: null, fileName: null, lineItems: null, totalDong: null } as const;

/** As it is shown and copied; the version's own line is known a moment after the receipt. */
function linesOf(receipt: Receipt, { round, line, submission }: OwnRound): readonly Line[] {
  const missing = receipt.missingForms.map((form) => say(formById(form).title));
  const version = submission?.versions.find(({ number }) => number === receipt.version) ?? TOLD_LATER;
  const { by, fileName, lineItems, totalDong } = version;
  const isPrepared = receipt.state === "prepared";
  return [
    [say(RECEIPT.number), receipt.number],
    [say(RECEIPT.organisation), line?.name ?? receipt.organisationId],
    [say(RECEIPT.round), round.name],
    [say(RECEIPT.version), String(receipt.version)],
    ...(by === null ? [] : [[say(isPrepared ? RECEIPT.preparedBy : RECEIPT.by), by.name] as const]),
    [say(RECEIPT.at), say(RECEIPT.atZone(tellMoment(receipt.at)))],
    [say(RECEIPT.deadline), say(RECEIPT.atZone(tellMoment(round.deadline)))],
    [say(RECEIPT.standing), say(receipt.isLate ? COMMON.late : RECEIPT.inTime)],
    ...(fileName === null ? [] : [[say(RECEIPT.fileName), fileName] as const]),
    ...(lineItems === null ? [] : [[say(RECEIPT.lines), printCount(lineItems)] as const]),
    ...(totalDong === null
      ? []
      : [[say(RECEIPT.total), `${printAmount(totalDong, round.unit)} ${say(UNIT_NAMES[round.unit])}`] as const]),
    [say(RECEIPT.warnings), String(receipt.warnings)],
    ...(missing.length > 0 ? [[say(SUMMARY.missingForms), missing.join("; ")] as const] : []),
    ...(receipt.sheetsOfOtherYears.length > 0
      ? [[say(SUMMARY.otherYears), receipt.sheetsOfOtherYears.join(", ")] as const]
      : []),
    [say(RECEIPT.sha256), receipt.sha256],
  ];
}

export const receiptFacts = (receipt: Receipt, own: OwnRound): TemplateResult =>
  html`<div class="upload-receipt">${facts(linesOf(receipt, own))}</div>`;

export function receiptView(desk: UploadDesk, receipt: Receipt, own: OwnRound): TemplateResult {
  const isPrepared = receipt.state === "prepared";
  const { roundId, organisationId } = desk.place;
  const place = submissionPlace(roundId, organisationId, { version: receipt.version });
  const copy = async (): Promise<void> => {
    const text = linesOf(receipt, own)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n");
    const isCopied = await copyText(text);
    desk.scope.tell({ kind: isCopied ? "done" : "error", text: isCopied ? RECEIPT.copied : RECEIPT.notCopied });
  };
  return html`<section class="card" aria-labelledby="upload-receipt-heading">
    <h2 id="upload-receipt-heading" tabindex="-1">
      <span class="upload-screen">${say(isPrepared ? RECEIPT.prepared : RECEIPT.submitted)}</span>
      <span class="upload-paper">${say(RECEIPT.title(receipt.number))}</span>
    </h2>
    ${isPrepared ? statusLine({ kind: "info", text: say(RECEIPT.preparedHint) }) : nothing}
    ${receiptFacts(receipt, own)}
    <p class="upload-screen"><a href=${addressOf(place)}>${say(UPLOAD.submission)}</a></p>
    <div class="actions">
      ${button({ label: say(RECEIPT.copy), does: () => void copy() })}
      ${button({ label: say(RECEIPT.print), does: () => print() })}
      ${button({ label: say(RECEIPT.other), look: "quiet", does: desk.startAnew })}
    </div>
  </section>`;
}
