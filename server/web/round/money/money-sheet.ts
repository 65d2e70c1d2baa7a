/** The table as text for Excel. */
import { say } from "../../../../addin/pane/kit/language.ts";
import { sheetText } from "../../parts/sheet-text.ts";
import { addSplits, type MoneyLine, type Part, type Split } from "./money-split.ts";
import { MONEY, PART_NAMES } from "./words.ts";

/** Whole đồng: an amount of another unit may have a decimal point or comma, which Excel reads by its own language. */
export function moneySheet(lines: readonly MoneyLine[], parts: readonly Part[]): string {
  const unit = say(MONEY.inDong);
  const money = [say(MONEY.total), ...parts.map((part) => say(PART_NAMES[part]))];
  const head = [say(MONEY.name), say(MONEY.lineItems), ...money.map((name) => `${name} (${unit})`)];
  const figuresOf = ({ lineItems, totalDong, parts: amounts }: Split): (string | number)[] => [
    lineItems,
    totalDong ?? "",
    ...parts.map((part) => (totalDong === null ? "" : amounts[part])),
  ];
  const rows = lines.map(({ name, split }) => [name, ...figuresOf(split)]);
  const sum = [say(MONEY.sum), ...figuresOf(addSplits(lines.map(({ split }) => split)))];
  return sheetText([head, ...rows, sum]);
}
