/** Every page of the service one after another, on the demonstration's data: for the check of accessibility, the pictures, and the measure of speed. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { DEMO_PASSWORD } from "../../server/demo/demo-people.ts";
import { signIn, type Person } from "../server/service.ts";
import type { Visitor } from "./visitor.ts";

const account = (email: string): { email: string; password: string } => ({ email, password: DEMO_PASSWORD });

/** Who looks. */
export const PEOPLE = {
  nobody: null,
  reviewer: account("rasoat@phuluc.local"),
  administrator: account("quantri@phuluc.local"),
  officer: account("mau-c@phuluc.local"),
} as const;
export type Who = keyof typeof PEOPLE;

/** What of the demonstration the pages are of. */
export interface DemoPlaces {
  readonly roundId: string;
  /** Submitted twice; the second time after it was returned. */
  readonly provinceId: string;
  /** Has a draft. */
  readonly drafting: string;
  readonly published: string;
}

export async function findDemoPlaces(url: string): Promise<DemoPlaces> {
  const reviewer: Person = await signIn(url, PEOPLE.reviewer);
  const { rounds } = await reviewer.get("listRounds", {});
  const round = rounds.find(({ previousRoundId }) => previousRoundId !== null);
  assert.ok(round);
  const { lines } = await reviewer.get("readProgress", { params: { roundId: round.id } });
  const idOf = (name: string): string => {
    const line = lines.find((one) => one.name.includes(name));
    assert.ok(line, name);
    return line.organisationId;
  };
  return {
    roundId: round.id,
    provinceId: idOf("Mẫu B"),
    drafting: idOf("Mẫu C"),
    published: idOf("Vĩnh Long"),
  };
}

export interface PageState {
  readonly name: string;
  readonly who: Who;
  readonly path: (places: DemoPlaces) => string;
  /** What stands there when it is the right page, and all of it is there. */
  readonly sees: RegExp;
  /** What is done there before it is looked at. */
  readonly then?: (visitor: Visitor) => Promise<void>;
}

const FIXTURE = fileURLToPath(new URL("../fixtures/vinh-long-2020.xlsx", import.meta.url));
const submission =
  (organisation: "provinceId" | "published", view = "") =>
  (places: DemoPlaces): string =>
    `/dot/${places.roundId}/${places[organisation]}${view}`;

export const STATES: readonly PageState[] = [
  { name: "sign-in", who: "nobody", path: () => "/dot", sees: /Mật khẩu/ },
  { name: "rules", who: "nobody", path: () => "/quy-tac", sees: /section-sum-mismatch/ },
  { name: "no-such-page", who: "nobody", path: () => "/dot/a/b/c", sees: /Không có trang này/ },
  { name: "rounds", who: "reviewer", path: () => "/dot", sees: /4\/7 đơn vị đã nộp/ },
  { name: "round", who: "reviewer", path: ({ roundId }) => `/dot/${roundId}`, sees: /Tổng kinh phí/ },
  { name: "submission", who: "reviewer", path: submission("published"), sees: /74\.820 triệu đồng/ },
  {
    name: "submission-cell",
    who: "reviewer",
    path: submission("published", "?o=Ph%E1%BB%A5%20l%E1%BB%A5c!F32"),
    sees: /Ô F32/,
  },
  { name: "comparison", who: "reviewer", path: submission("provinceId", "?xem=so-sanh"), sees: /Tổng số tiền/ },
  { name: "previous-round", who: "reviewer", path: submission("provinceId", "?xem=dot-truoc"), sees: /Chênh lệch/ },
  { name: "overlaps", who: "reviewer", path: submission("provinceId", "?xem=trung-lap"), sees: /trùng tên/ },
  {
    name: "history",
    who: "reviewer",
    path: submission("provinceId", "?xem=dien-bien"),
    sees: /xin rà soát lại và nộp bản mới/,
  },
  { name: "own-rounds", who: "officer", path: () => "/dot", sees: /kế hoạch ứng dụng CNTT/ },
  { name: "own-round", who: "officer", path: ({ roundId }) => `/dot/${roundId}`, sees: /Bản nộp của đơn vị bạn/ },
  {
    name: "upload",
    who: "officer",
    path: ({ roundId, drafting }) => `/dot/${roundId}/${drafting}/nop`,
    sees: /Chọn tệp/,
  },
  {
    name: "upload-findings",
    sees: /Chọn tệp/,
    who: "officer",
    path: ({ roundId, drafting }) => `/dot/${roundId}/${drafting}/nop`,
    then: async ({ page }) => {
      await page.setInputFiles("input[type=file]", FIXTURE);
      await page.getByText(/F32/).first().waitFor();
    },
  },
  { name: "account", who: "officer", path: () => "/tai-khoan", sees: /phiên này/ },
  { name: "organisations", who: "administrator", path: () => "/quan-tri/don-vi", sees: /Bộ Khoa học và Công nghệ/ },
  {
    name: "organisation",
    who: "administrator",
    path: () => "/quan-tri/don-vi/tinh-nghe-an",
    sees: /Cán bộ tỉnh Nghệ An/,
  },
  { name: "manage-rounds", who: "administrator", path: () => "/quan-tri/dot", sees: /kế hoạch năm trước/ },
  {
    name: "manage-round",
    who: "administrator",
    path: ({ roundId }) => `/quan-tri/dot/${roundId}`,
    sees: /Đơn vị phải nộp/,
  },
  { name: "new-round", who: "administrator", path: () => "/quan-tri/dot/moi", sees: /Đơn vị phải nộp/ },
  { name: "audit", who: "administrator", path: () => "/quan-tri/nhat-ky", sees: /lưu bản nháp/ },
  { name: "backup", who: "administrator", path: () => "/quan-tri/sao-luu", sees: /phuluc restore/ },
];
