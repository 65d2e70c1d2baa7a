/** Three versions of a province's plan, its plan of the round before, and another province that asks for one of the same works. */
import type { Context } from "mocha";
import type { Grid } from "../../shared/grid.ts";
import { gridOf, PHASE_YEAR, type Value } from "../builders.ts";
import { OTHER_PROVINCE } from "../server/desk.ts";
import { openReviewScene, submitNext, type Place, type ReviewScene } from "../server/review-scene.ts";

/** Name, lead agency, money of the centre and of the province in million đồng. */
type Work = readonly [name: string, agency: string, central: number, local: number];

const NETWORK = "Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh";
const BUDGET = "Phần mềm quản lý ngân sách";
const REPORTS = "Hệ thống thông tin báo cáo cấp tỉnh";
export const SHARED_WORK = "Kho dữ liệu quan trắc môi trường lưu vực sông dùng chung";

const mains = (local: number): Work => [NETWORK, "Văn phòng UBND tỉnh", 1200, local];
const centre: Work = ["Mở rộng trung tâm tích hợp dữ liệu", "Sở Thông tin và Truyền thông", 800, 2200];
const budget: Work = [BUDGET, "Sở Tài chính", 400, 1450];
const reports = (local: number): Work => [REPORTS, "Văn phòng UBND tỉnh", 600, local];
const staff: Work = ["Cơ sở dữ liệu cán bộ, công chức", "Sở Nội vụ", 100, 1500];
const river: Work = [SHARED_WORK, "Sở Tài nguyên và Môi trường", 300, 334];

const WHY = "Kinh phí mạng cục bộ chưa đủ; xin rà soát lại.";

const money = (works: readonly Work[]): Value[] => {
  const central = works.reduce((sum, work) => sum + work[2], 0);
  const local = works.reduce((sum, work) => sum + work[3], 0);
  return [central + local, central + local, central, local, local, 0, 0, local];
};

const rowsOf = (number: string, name: string, works: readonly Work[]): Value[][] => [
  [number, name, null, null, ...money(works)],
  ...works.map((work, index): Value[] => [index + 1, work[0], work[1], "2019-2020", ...money([work])]),
];

/** A right appendix of two sections. */
const planOf = (first: readonly Work[], second: readonly Work[]): readonly Grid[] => [
  gridOf(
    [
      ...PHASE_YEAR.slice(0, 5),
      ...rowsOf("I", "Hạ tầng kỹ thuật", first),
      ...rowsOf("II", "Ứng dụng trong cơ quan nhà nước", second),
      ["TỔNG CỘNG", null, null, null, ...money([...first, ...second])],
    ],
    { name: "PL1" },
  ),
];

/** The network gets more, the data centre goes, the budget's program stands in the other section, the river comes. */
const VERSIONS = [
  planOf([mains(2300), centre], [budget, reports(1400), staff]),
  planOf([mains(2500), budget], [reports(1400), staff, river]),
  planOf([mains(2500), budget], [reports(1000), staff, river]),
] as const;

export interface ComparedPlans {
  readonly scene: ReviewScene;
  /** Of the three versions; returned after the first, accepted after the third. */
  readonly place: Place;
  /** Of the same province in the round before, which names none before it. */
  readonly before: Place;
  /** Of the other province. */
  readonly other: Place;
  readonly why: string;
}

export async function openComparedPlans(test: Context): Promise<ComparedPlans> {
  const scene = await openReviewScene("sqlite", test);
  const { officer, reviewer } = scene;
  const before = await scene.newRound({ name: "Kế hoạch năm trước" });
  await submitNext(officer, before, { sheets: planOf([mains(2000)], [budget, reports(1400), staff]) });
  const place = await scene.newRound({
    previousRoundId: before.roundId,
    expectedIds: [before.organisationId, OTHER_PROVINCE],
  });
  const [first, second, third] = VERSIONS;
  await submitNext(officer, place, { sheets: first });
  const body = { version: 1, why: WHY, comments: [] };
  await reviewer.get("returnSubmission", { params: place, body });
  await submitNext(officer, place, { replaces: 1, sheets: second });
  await submitNext(officer, place, { replaces: 2, sheets: third });
  await reviewer.get("acceptSubmission", { params: place, body: { version: 3, why: "" } });
  const other = { ...place, organisationId: OTHER_PROVINCE };
  const neighbour = await scene.person(OTHER_PROVINCE, "submitter");
  await submitNext(neighbour, other, { sheets: planOf([mains(2300), river], [budget]) });
  return { scene, place, before, other, why: WHY };
}
