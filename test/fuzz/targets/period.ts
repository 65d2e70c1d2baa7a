/** Periods: months of this century and the last, the beginning before the end; what is printed is read back. */
import assert from "node:assert/strict";
import { firstYear, lastYear, mayOverlap, printYears, readPeriod, serialToMonth } from "../../../shared/period.ts";
import { textTarget } from "./text-target.ts";

const WORDS = [
  ..."0123456789-/., ",
  "2016",
  "2020",
  "2025",
  "1999",
  "2099",
  "2100",
  "Quý 4/",
  "quý I, II/",
  "Q3",
  "tháng 6/",
  "tháng 3 đến tháng 9 năm ",
  "năm ",
  " đến ",
  " và ",
  "-\n",
  "hết năm ",
  "hằng năm",
  "thường xuyên",
  "31/12/",
  "2020-06",
  "÷",
  "~",
  ">",
  "theo kế hoạch",
];
const SAMPLES = [
  "2016-2020",
  "2019-\n2020",
  "Quý 4/2020",
  "quý I - quý III/2021",
  "2021-2025 và năm 2026",
  "tháng 3 đến tháng 9 năm 2020",
  "31/12/2025",
  "2020-06-30",
  "2020-21",
  "hằng năm",
  "2020-2016",
];
const FIRST = 1900 * 12;
const LAST = 2099 * 12 + 11;

function check(text: string): void {
  const period = readPeriod(text);
  assert.deepEqual(readPeriod(text), period, "read twice");
  assert.deepEqual(readPeriod(text.normalize("NFD")), period, "marks composed or not");
  const value = Number(text);
  if (Number.isFinite(value)) {
    readPeriod(value);
    if (value > 0 && value < 2_958_466) assert.match(serialToMonth(value), /^\d{1,2}\/\d{4}$/);
  }
  if (typeof period === "string") return;
  const { from, to } = period;
  assert.ok(Number.isInteger(from) && Number.isInteger(to) && from <= to, `${String(from)} to ${String(to)}`);
  assert.ok(from >= FIRST && to <= LAST, `${String(from)} to ${String(to)} is out of these centuries`);
  assert.ok(mayOverlap(period, period));
  const printed = readPeriod(printYears(period));
  assert.ok(typeof printed !== "string", `${printYears(period)} is ${JSON.stringify(printed)}`);
  assert.deepEqual([firstYear(printed), lastYear(printed)], [firstYear(period), lastYear(period)]);
  assert.ok(!printed.isReversed && !printed.isSameYearRange);
}

export const period = textTarget({ id: "period", words: WORDS, samples: SAMPLES, check });
