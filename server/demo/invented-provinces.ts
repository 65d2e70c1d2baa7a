/** What the invented provinces of the demonstration do, this year and the year before. */
import type { Grid } from "../../shared/grid.ts";
import { newId } from "../store/ids.ts";
import type { Ask, Given } from "./demo-people.ts";
import { inventedSheet } from "./invented-sheet.ts";

export const PROVINCES = ["A", "B", "C", "D"].map((letter) => ({ letter, name: `Tỉnh Mẫu ${letter} (giả định)` }));

export interface Province {
  readonly id: string;
  readonly name: string;
  readonly officer: Ask;
}

export interface Place {
  readonly roundId: string;
  readonly organisationId: string;
}

interface Round {
  readonly roundId: string;
  readonly provinces: readonly Province[];
}

/** Two provinces plan the same work, each for itself. */
const SHARED_WORK = "Kho dữ liệu quan trắc môi trường lưu vực sông dùng chung";

const seedOf = (index: number): number => index + 3;

/** What is sent to submit. */
export const contentOf = (content: object): object => ({
  explanations: [],
  idempotencyKey: `demo-${newId()}`,
  replaces: 0,
  attachedFileId: null,
  madeWith: null,
  ...content,
});

const submitSheet = (officer: Ask, params: Place, { sheet, replaces }: { sheet: Grid; replaces: number }) =>
  officer("submit", { params, body: contentOf({ sheets: [sheet], replaces }) } as Given);

const accept = (reviewer: Ask, params: Place): Promise<unknown> =>
  reviewer("acceptSubmission", { params, body: { version: 1, why: "" } } as Given);

/** Two of them planned, and were accepted. */
export async function playLastYear(reviewer: Ask, { roundId, provinces }: Round): Promise<void> {
  for (const [index, { id, name, officer }] of provinces.slice(0, 2).entries()) {
    const place = { roundId, organisationId: id };
    await submitSheet(officer, place, { sheet: inventedSheet(name, seedOf(index) + 1), replaces: 0 });
    await accept(reviewer, place);
  }
}

/** A accepted, B submitted a second time after it was returned, C a draft, D nothing yet. */
export async function playInvented(reviewer: Ask, { roundId, provinces }: Round): Promise<void> {
  const [a, b, c] = provinces.map((province, index) => ({
    ...province,
    place: { roundId, organisationId: province.id },
    sheet: inventedSheet(province.name, seedOf(index), index < 2 ? SHARED_WORK : null),
  }));
  if (!a || !b || !c) throw new Error("the demonstration has too few provinces");
  await submitSheet(a.officer, a.place, { sheet: a.sheet, replaces: 0 });
  await accept(reviewer, a.place);
  await submitSheet(b.officer, b.place, { sheet: inventedSheet(b.name, seedOf(5), SHARED_WORK), replaces: 0 });
  await reviewer("returnSubmission", {
    params: b.place,
    body: {
      version: 1,
      why: "Nhu cầu máy chủ cao hơn hẳn năm trước; xin rà soát lại và nộp bản mới.",
      comments: [{ sheet: b.sheet.name, cell: "E8", text: "Xin xem lại khái toán của dự án này." }],
    },
  } as Given);
  await submitSheet(b.officer, b.place, { sheet: b.sheet, replaces: 1 });
  const draft = { replaces: 0, sheets: [c.sheet], explanations: [] };
  await c.officer("saveDraft", { params: c.place, body: draft } as Given);
}
