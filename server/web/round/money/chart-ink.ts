/** The colours and letters of a chart, as the page has them at this moment: of the tokens, light or dark. */
import { PARTS } from "./money-split.ts";

export interface ChartInk {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly back: string;
  readonly font: string;
  readonly parts: Readonly<Partial<Record<string, string>>>;
}

/** @param place an element around the chart: on paper it has the colours of paper */
export function readInk(place: Element): ChartInk {
  const style = getComputedStyle(place);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    // Where the system sets the colours (high contrast), the computed ones are the system's; tokens are not.
    text: style.color,
    quiet: token("--text-quiet"),
    line: token("--line"),
    back: style.backgroundColor,
    font: style.fontFamily,
    parts: Object.fromEntries(PARTS.map((part) => [part, token(`--part-${part}`)])),
  };
}
