/** Whether one hears of what happens at once, and what happened last. It keeps its place: nothing below it moves when it speaks. */
import { html, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellTime } from "../../../addin/pane/kit/moments.ts";
import type { RoundEvent } from "../../../shared/api/rounds.ts";
import { LIVE, NEWS } from "./words.ts";

interface NewsOptions {
  /** Null until it is clear. */
  readonly isLive: boolean | null;
  readonly latest: RoundEvent | null;
  readonly nameOf: (organisationId: string) => string;
  readonly now: number;
}

export const newsLine = (options: NewsOptions): TemplateResult =>
  html`<div class="round-live">
    <p class="round-connection ${options.isLive === false ? "is-off" : ""}">
      <span class="round-dot" aria-hidden="true"></span>${say(connection(options.isLive))}
    </p>
    <p class="round-news" role="status">${tellNews(options)}</p>
  </div>`;

const connection = (isLive: boolean | null): (typeof LIVE)[keyof typeof LIVE] =>
  isLive === null ? LIVE.connecting : isLive ? LIVE.on : LIVE.off;

/** "Vĩnh Long vừa nộp bản 2, 14:05". */
function tellNews({ latest, nameOf, now }: NewsOptions): string {
  const words = latest ? NEWS[latest.what] : null;
  if (!latest || !words) return "";
  const name = latest.organisationId === null ? "" : nameOf(latest.organisationId);
  return `${say(words, { name, version: latest.version ?? "" })}, ${say(tellTime(latest.at, now))}`;
}
