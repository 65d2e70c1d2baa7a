/** What people read for the words of the contract. */
import type { Role } from "../shared/api/organisations.ts";
import type { Round } from "../shared/api/rounds.ts";
import type { Severity } from "../shared/finding.ts";
import type { OrganisationKind } from "../shared/organisation-kinds.ts";
import type { Bilingual } from "../shared/rule.ts";
import type { SubmissionState } from "../shared/submission-states.ts";

export const SEVERITY_NAMES: Readonly<Record<Severity, Bilingual>> = {
  error: { vi: "lỗi", en: "error" },
  ask: { vi: "hỏi", en: "ask" },
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
  draft: { vi: "bản nháp", en: "a draft" },
  prepared: { vi: "chờ ký duyệt", en: "waiting for sign-off" },
  submitted: { vi: "đã nộp", en: "submitted" },
  returned: { vi: "đã trả lại", en: "returned" },
  accepted: { vi: "đã chấp nhận", en: "accepted" },
};
