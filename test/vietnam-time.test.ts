import assert from "node:assert/strict";
import { endOfVietnamDay, onVietnamClock, toPaperTime, toVietnamDay, toVietnamTime } from "../shared/vietnam-time.ts";

describe("times in Vietnam", () => {
  /** The moment; in a list, on paper, in a file's name, and on the clock as Excel keeps it. */
  const TIMES: readonly (readonly [string, string, string, string, string])[] = [
    ["2025-11-30T10:00:00.000Z", "30/11/2025 17:00", "17:00 ngày 30/11/2025", "2025-11-30", "2025-11-30T17:00:00.000Z"],
    ["2025-12-31T17:30:00Z", "01/01/2026 00:30", "00:30 ngày 01/01/2026", "2026-01-01", "2026-01-01T00:30:00.000Z"],
    [
      "2025-11-30T17:00:00+07:00",
      "30/11/2025 17:00",
      "17:00 ngày 30/11/2025",
      "2025-11-30",
      "2025-11-30T17:00:00.000Z",
    ],
    ["2024-02-29T16:59:59Z", "29/02/2024 23:59", "23:59 ngày 29/02/2024", "2024-02-29", "2024-02-29T23:59:59.000Z"],
  ];
  for (const [at, listed, onPaper, day, clock] of TIMES)
    it(`${at} is ${onPaper}`, () => {
      assert.equal(toVietnamTime(at), listed);
      assert.equal(toPaperTime(at), onPaper);
      assert.equal(toVietnamDay(at), day);
      assert.equal(onVietnamClock(at).toISOString(), clock);
    });

  const DAYS: readonly (readonly [string, string | null])[] = [
    ["2026-12-31", "2026-12-31T16:59:59.000Z"],
    ["2028-02-29", "2028-02-29T16:59:59.000Z"],
    ["2027-02-29", null],
    ["2026-13-01", null],
    ["31/12/2026", null],
    ["", null],
  ];
  for (const [day, end] of DAYS) it(`“${day}” ends at ${String(end)}`, () => assert.equal(endOfVietnamDay(day), end));
});
