/** What people read for the words of the contract: one name for each, the same in the pane, the workbooks, the letters and on the command line. */
import type { Role } from "./api/organisations.ts";
import type { Round, SubmissionAction } from "./api/rounds.ts";
import type { Severity } from "./finding.ts";
import type { OrganisationKind } from "./organisation-kinds.ts";
import type { Bilingual } from "./rule.ts";
import type { SubmissionState } from "./submission-states.ts";

export const SEVERITY_NAMES: Readonly<Record<Severity, Bilingual>> = {
  error: { vi: "lỗi", en: "error" },
  ask: { vi: "câu hỏi", en: "question" },
  warning: { vi: "cảnh báo", en: "warning" },
  info: { vi: "gợi ý", en: "hint" },
};

export const ROLE_NAMES: Readonly<Record<Role, Bilingual>> = {
  submitter: { vi: "người nộp", en: "submitter" },
  reviewer: { vi: "người rà soát", en: "reviewer" },
  viewer: { vi: "người xem", en: "viewer" },
  administrator: { vi: "quản trị", en: "administrator" },
};

export const KIND_NAMES: Readonly<Record<OrganisationKind, Bilingual>> = {
  ministry: { vi: "bộ", en: "ministry" },
  province: { vi: "tỉnh, thành phố", en: "province" },
  department: { vi: "sở, ban, ngành", en: "department" },
  commune: { vi: "xã, phường, đặc khu", en: "commune" },
};

export const ROUND_STATE_NAMES: Readonly<Record<Round["state"], Bilingual>> = {
  preparing: { vi: "đang chuẩn bị", en: "preparing" },
  open: { vi: "đang mở", en: "open" },
  closed: { vi: "đã đóng", en: "closed" },
};

export const STATE_NAMES: Readonly<Record<SubmissionState, Bilingual>> = {
  missing: { vi: "chưa nộp", en: "missing" },
  draft: { vi: "bản nháp", en: "draft" },
  prepared: { vi: "chờ duyệt", en: "waiting for sign-off" },
  submitted: { vi: "đã nộp", en: "submitted" },
  returned: { vi: "bị trả lại", en: "returned" },
  accepted: { vi: "được chấp nhận", en: "accepted" },
};

/** What somebody did to a submission, after their name. */
export const ACTION_NAMES: Readonly<Record<SubmissionAction, Bilingual>> = {
  "save-draft": { vi: "lưu bản nháp", en: "saved a draft" },
  submit: { vi: "nộp", en: "submitted" },
  prepare: { vi: "lập, chờ duyệt", en: "prepared it for sign-off" },
  "sign-off": { vi: "ký duyệt", en: "signed it off" },
  withdraw: { vi: "trả lại người lập", en: "gave it back to the preparer" },
  return: { vi: "trả lại", en: "returned it" },
  accept: { vi: "chấp nhận", en: "accepted it" },
  "request-unlock": { vi: "đề nghị mở khóa", en: "asked for it to be unlocked" },
  unlock: { vi: "mở khóa", en: "unlocked it" },
};

/** As at the start of a cell or a sentence: "bị trả lại" → "Bị trả lại". */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
