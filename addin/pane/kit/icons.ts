/** Drawings of 16 × 16, in the colour of the text beside them. A word always stands beside an icon, or names its button. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit-html";

const DRAWINGS = {
  error: svg`<circle cx="8" cy="8" r="6.25"/><path d="M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5"/>`,
  warning: svg`<path d="M8 2.25l6.25 11.25H1.75z"/><path d="M8 6.5v3.25M8 11.6v.1"/>`,
  ask: svg`<circle cx="8" cy="8" r="6.25"/><path d="M6.1 6.4a1.95 1.95 0 1 1 2.8 1.75c-.6.3-.9.6-.9 1.35M8 11.5v.1"/>`,
  info: svg`<circle cx="8" cy="8" r="6.25"/><path d="M8 7.5v3.75M8 4.9v.1"/>`,
  comment: svg`<path d="M2.25 3.25h11.5v8h-6l-3 2.5v-2.5h-2.5z"/><path d="M5 6h6M5 8.5h4"/>`,
  tick: svg`<path d="M3 8.5l3.25 3.25L13 5"/>`,
  done: svg`<circle cx="8" cy="8" r="6.25"/><path d="M5.25 8.25l2 2 3.5-4"/>`,
  close: svg`<path d="M4 4l8 8M12 4l-8 8"/>`,
  chevron: svg`<path d="M6 3.75L10.25 8 6 12.25"/>`,
  undo: svg`<path d="M3 6.5h6.5a3.25 3.25 0 0 1 0 6.5H6M3 6.5l3-3M3 6.5l3 3"/>`,
  refresh: svg`<path d="M13 8a5 5 0 1 1-1.6-3.65M13.25 2.25v3h-3"/>`,
  save: svg`<path d="M2.75 2.75h8.5l2 2v8.5H2.75zM5.25 2.75v3.5h5v-3.5M5 13.25v-4h6v4"/>`,
  search: svg`<circle cx="7" cy="7" r="4.25"/><path d="M10.25 10.25l3.5 3.5"/>`,
  wand: svg`<path d="M2.75 13.25l7.5-7.5M9 3.25v-1M9 3.25M12.75 7h1M12 4l1-1M5.5 4.5l-1-1"/>`,
  paste: svg`<path d="M5.25 3.25h-2v10.5h9.5V3.25h-2M5.75 2h4.5v2.5h-4.5zM5.75 8h4.5M5.75 10.75h3"/>`,
  submit: svg`<path d="M2.5 8L14 2.5 10.5 13.5 7.75 9.25zM7.75 9.25L14 2.5"/>`,
  more: svg`<path d="M2.5 4.25h11M2.5 8h11M2.5 11.75h11"/>`,
  offline: svg`<path d="M4.5 12.25h7a2.5 2.5 0 0 0 .3-5A3.75 3.75 0 0 0 4.7 6.4a2.95 2.95 0 0 0-.2 5.85zM2.5 2.5l11 11"/>`,
  lock: svg`<path d="M3.75 7.25h8.5v6.5h-8.5zM5.25 7.25v-2a2.75 2.75 0 0 1 5.5 0v2"/>`,
  download: svg`<path d="M8 2.5v7.25M4.75 6.75L8 10l3.25-3.25M2.75 13.25h10.5"/>`,
  sheet: svg`<path d="M2.75 2.75h10.5v10.5H2.75zM2.75 6.25h10.5M6.25 6.25v7"/>`,
  clock: svg`<circle cx="8" cy="8" r="6.25"/><path d="M8 4.5V8l2.5 1.75"/>`,
  link: svg`<path d="M9.25 2.75h4v4M13.25 2.75L7.5 8.5M11.5 9v4.25H2.75V4.5H7"/>`,
} as const satisfies Readonly<Record<string, SVGTemplateResult>>;

export type IconName = keyof typeof DRAWINGS;

export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon icon-${name}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    ${DRAWINGS[name]}
  </svg>`;

/** Turns while something is under way; stands still for those who asked their system for less motion. */
export const spinner = (): TemplateResult =>
  html`<svg class="icon spinner" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    ${svg`<circle class="spinner-track" cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 1 6 6"/>`}
  </svg>`;
