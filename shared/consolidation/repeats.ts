/** Knows an appendix again that an organisation sends twice, as another file or laid out otherwise. */
import type { Appendix } from "../appendix.ts";
import { foldWords } from "../text.ts";
import { planNumberOf, type SubmittedVersion } from "./version.ts";

/** Two hashes that have nothing in common: together the same for two contents only by a chance of one in 2^64. */
class ContentHash {
  private first = 0x811c9dc5;
  private second = 0x9e3779b9;

  add(text: string): void {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      this.first = Math.imul(this.first ^ unit, 0x01000193);
      this.second = Math.imul(this.second + unit, 0x85ebca6b) ^ (this.second >>> 13);
    }
    this.first = Math.imul(this.first ^ 0x1f, 0x01000193);
    this.second = Math.imul(this.second + 0x1f, 0x85ebca6b);
  }

  toString(): string {
    return (this.first >>> 0).toString(16).padStart(8, "0") + (this.second >>> 0).toString(16).padStart(8, "0");
  }
}

/**
 * Names, figures and targets decide, not layout. Two organisations may well plan the same ("Tập huấn, 50 triệu" in every
 * commune), so only one's own appendices are compared; what two of them share is shown as an overlap.
 */
export function contentKey(version: SubmittedVersion, appendix: Appendix): string {
  const hash = new ContentHash();
  for (const { name, texts, figures } of appendix.rows) {
    hash.add(foldWords(name));
    hash.add(figures.join(" "));
    hash.add(foldWords(`${texts["target"] ?? ""} ${texts["result"] ?? ""}`));
  }
  const plan = foldWords(planNumberOf(version, appendix));
  return `${version.organisationId}|${plan}|${appendix.form}|${String(appendix.rows.length)}|${hash.toString()}`;
}
