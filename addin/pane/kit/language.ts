/** The language of the pane: Vietnamese until the officer chooses, remembered on this machine. */
import type { Language } from "../../../shared/money.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Shelf } from "../../live/explanations.ts";

const SHELF_NAME = "phuluc.language";

/** Of localStorage. */
export type LanguageShelf = Pick<Shelf, "getItem" | "setItem">;

let spoken: Language = "vi";

export const language = (): Language => spoken;

export function speak(chosen: Language): void {
  spoken = chosen;
}

export function recallLanguage(shelf: LanguageShelf): Language {
  try {
    return shelf.getItem(SHELF_NAME) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

export function keepLanguage(shelf: LanguageShelf, chosen: Language): void {
  try {
    shelf.setItem(SHELF_NAME, chosen);
  } catch {
    // Then it is asked for anew next time.
  }
}

/** The text in the pane's language; `{name}` stands for a fact. */
export function say(text: Bilingual, facts: Readonly<Record<string, string | number>> = {}): string {
  return text[spoken].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? "…"));
}
