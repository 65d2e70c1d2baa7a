/** Routes by what one does with them. */
import type { RouteId } from "../../shared/api.ts";
import { organisationRoutes } from "../../shared/api/organisations.ts";
import { reviewRoutes } from "../../shared/api/reviews.ts";
import { roundRoutes } from "../../shared/api/rounds.ts";
import type { Bilingual } from "../../shared/rule.ts";

export interface Group {
  readonly id: string;
  readonly name: Bilingual;
  readonly routes: readonly RouteId[];
}

const idsOf = <Id extends RouteId>(routes: Readonly<Record<Id, unknown>>): readonly Id[] => Object.keys(routes) as Id[];

/** Each route in one of them. */
export const GROUPS: readonly Group[] = [
  {
    id: "dang-nhap",
    name: { vi: "Đăng nhập", en: "Signing in" },
    routes: [
      "signIn",
      "refreshSession",
      "readMe",
      "changePassword",
      "signOut",
      "signOutEverywhere",
      "listOwnSessions",
      "endOwnSession",
      "readSignInWays",
      "startOidc",
      "finishOidc",
      "signInWithOidc",
    ],
  },
  {
    id: "don-vi",
    name: { vi: "Đơn vị và người dùng", en: "Organisations and people" },
    routes: idsOf(organisationRoutes),
  },
  { id: "dot", name: { vi: "Đợt", en: "Rounds" }, routes: idsOf(roundRoutes) },
  {
    id: "nop",
    name: { vi: "Nộp", en: "Submitting" },
    routes: [
      "sendFile",
      "downloadAnnotated",
      "downloadFixed",
      "submit",
      "readSubmission",
      "readVersion",
      "readDraft",
      "saveDraft",
      "correctLineIdentity",
      "downloadFile",
      "downloadAnnotatedVersion",
      "downloadAppendix",
      "downloadCheckSheet",
    ],
  },
  {
    id: "ra-soat",
    name: { vi: "Rà soát", en: "Reviewing" },
    routes: ["listReminders", "compareVersions", "compareWithPreviousRound", "listOverlaps", ...idsOf(reviewRoutes)],
  },
  {
    id: "tong-hop",
    name: { vi: "Tổng hợp", en: "Merging" },
    routes: [
      "readSums",
      "downloadFindings",
      "merge",
      "listConsolidations",
      "readConsolidation",
      "downloadConsolidation",
      "downloadConsolidationCheckSheet",
    ],
  },
  {
    id: "khac",
    name: { vi: "Khác", en: "Others" },
    routes: ["downloadTemplate", "listRules", "makeTicket", "readAudit", "verifyAudit", "downloadBackup"],
  },
];
