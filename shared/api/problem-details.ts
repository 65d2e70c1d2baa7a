/** What `details` of a problem holds, by its code; a code that is not named has none. */
import type { Bilingual } from "../rule.ts";
import type { ProblemCode } from "./problems.ts";

export const PROBLEM_DETAILS: Readonly<Partial<Record<ProblemCode, Bilingual>>> = {
  "malformed-request": {
    vi: "[{where, vi, en}]: mọi chỗ chưa đúng, nhiều nhất 20",
    en: "all that is wrong, at most 20 places",
  },
  "stops-submission": {
    vi: "{findings, missingForms, sheetsOfOtherYears, draft}: các phát hiện phải xử lý, biểu còn thiếu, trang tính của năm khác, bản nháp đã giữ",
    en: "the findings, the forms that are missing, sheets for other years, and the draft that was kept",
  },
  "submission-locked": {
    vi: "{draft}: bản nháp giữ nội dung vừa nộp",
    en: "the draft that keeps what was sent",
  },
  "version-conflict": {
    vi: "khi nộp: {latestVersion, base, changes, threeWays, draft}: bản mới nhất, bản bạn đã sửa từ đó, khác biệt giữa hai nội dung, đối chiếu ba bên, bản nháp đã giữ",
    en: "when submitting: the latest version, the one you worked on, the differences between both, all three side by side, and the draft that was kept",
  },
  "draft-conflict": {
    vi: "{revision, savedAt, savedBy}: bản nháp đã lưu ở nơi khác",
    en: "the draft that was saved elsewhere",
  },
  unchanged: {
    vi: "{receipt}: biên nhận của bản giống hệt",
    en: "the receipt of the version that is the same",
  },
};
