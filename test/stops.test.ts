import assert from "node:assert/strict";
import { sayStops } from "../shared/api/stops.ts";

const CASES: readonly (readonly [number, number, number, string, string])[] = [
  [2, 1, 3, "2 lỗi, 1 câu hỏi và 3 cảnh báo chưa giải trình", "2 errors, 1 question and 3 unexplained warnings"],
  [1, 0, 0, "1 lỗi", "1 error"],
  [0, 2, 0, "2 câu hỏi", "2 questions"],
  [0, 0, 1, "1 cảnh báo chưa giải trình", "1 unexplained warning"],
  [5, 0, 1, "5 lỗi và 1 cảnh báo chưa giải trình", "5 errors and 1 unexplained warning"],
  [0, 0, 0, "", ""],
];

describe("what keeps a submission from being taken is counted by its kind", () => {
  for (const [errors, asks, warnings, vi, en] of CASES)
    it(vi === "" ? "nothing" : vi, () => assert.deepEqual(sayStops({ errors, asks, warnings }), { vi, en }));
});
