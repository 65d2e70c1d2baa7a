/** The form of Vĩnh Long 2020; and `testForm`, which tests every form: a right sheet of it, and what officers make of it. */
import assert from "node:assert/strict";
import type { AmountHolds, Appendix, FigureColumn, FormId } from "../../shared/appendix.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { columnLetter, type Grid } from "../../shared/grid.ts";
import { UNIT_NAMES, type Unit } from "../../shared/money.ts";
import { findSourceGroups } from "../../shared/sums/groups.ts";
import { brief, gridOf, type Value } from "../builders.ts";

/** What a column holds ("year central investment"; "" for nothing the form knows), then its header from top to bottom. */
export type ColumnSpec = readonly [meaning: string, ...header: string[]];

export interface FormSheet {
  readonly form: FormId;
  /** Lines above the table; the unit stands below them, or in the header where there are none. */
  readonly titles: readonly string[];
  readonly unit: Unit | null;
  readonly columns: readonly ColumnSpec[];
  /** By column: sections and line items, without the total. */
  readonly rows: readonly (readonly Value[])[];
  readonly total: readonly Value[] | null;
}

export interface Layout {
  readonly name?: string;
  readonly titles?: readonly string[];
  readonly isUnmerged?: boolean;
  /** Blank columns to the left. */
  readonly left?: number;
  /** A row of column letters or numbers under the header. */
  readonly letters?: (index: number) => Value;
  /** Before which rows the header is printed again. */
  readonly again?: readonly number[];
  readonly isTotalFirst?: boolean;
  /** The column the unit's line starts in; the last one if not told. */
  readonly unitAt?: number;
  readonly header?: (text: string) => string;
  readonly text?: (text: string) => string;
}

const same = (text: string): string => text;
const blanks = (count: number): Value[] => new Array<Value>(count).fill(null);

/** The sheet as Excel has it: a group's text stands once, over the first of its columns. */
export function layOut(sheet: FormSheet, layout: Layout = {}): Grid {
  const { left = 0, header = same, text = same, titles = sheet.titles } = layout;
  const columns = headerPaths(sheet, titles.length === 0).map((path) => path.map(header));
  const head = headerRows(columns);
  const above: Value[][] = [...titles.map((line) => [line]), ...unitLine(sheet, titles, layout.unitAt)];
  const body = sheet.rows.flatMap((row, index) => (layout.again?.includes(index) ? [...head, row] : [row]));
  const total = sheet.total ? [sheet.total] : [];
  const { letters } = layout;
  const lettered = letters ? [...head, columns.map((_, index) => letters(index))] : head;
  const rows = [...above, ...lettered, ...(layout.isTotalFirst ? [...total, ...body] : [...body, ...total])];
  const shifted = rows.map((row) => [
    ...blanks(left),
    ...row.map((value) => (typeof value === "string" ? text(value) : value)),
  ]);
  const merged = layout.isUnmerged ? [] : mergedAreas(columns, { top: above.length, left });
  return gridOf(shifted, { name: layout.name ?? "Phụ lục", merged });
}

const unitText = (unit: Unit): string => `Đơn vị tính: ${UNIT_NAMES[unit].vi}`;

function unitLine(sheet: FormSheet, titles: readonly string[], at = sheet.columns.length - 1): Value[][] {
  return sheet.unit === null || titles.length === 0 ? [] : [[...blanks(at), unitText(sheet.unit)]];
}

function headerPaths({ columns, unit }: FormSheet, hasUnit: boolean): readonly (readonly string[])[] {
  const suffix = hasUnit && unit !== null ? ` (${UNIT_NAMES[unit].vi})` : "";
  const isMoney = (meaning: string): boolean => /^(project|phase|year)/.test(meaning);
  return columns.map(([meaning, ...path]) =>
    path.map((part, level) => (level === 0 && isMoney(meaning) ? part + suffix : part)),
  );
}

const depthOf = (columns: readonly (readonly string[])[]): number => Math.max(...columns.map(({ length }) => length));

function headerRows(columns: readonly (readonly string[])[]): Value[][] {
  return Array.from({ length: depthOf(columns) }, (_, level) =>
    columns.map((path, column) => (isSameGroup(path, columns[column - 1], level) ? null : (path[level] ?? null))),
  );
}

const isSameGroup = (path: readonly string[], before: readonly string[] = [], level: number): boolean =>
  Math.min(before.length, path.length) > level + 1 &&
  path.slice(0, level + 1).every((part, index) => part === before[index]);

function mergedAreas(columns: readonly (readonly string[])[], at: { top: number; left: number }): string[] {
  const depth = depthOf(columns);
  const cell = (column: number, level: number): string =>
    `${columnLetter(column + at.left)}${String(at.top + level + 1)}`;
  return columns.flatMap((path, column) => {
    const down = path.length < depth ? [`${cell(column, path.length - 1)}:${cell(column, depth - 1)}`] : [];
    const across = path.flatMap((_, level) => {
      if (isSameGroup(path, columns[column - 1], level)) return [];
      let last = column;
      while (isSameGroup(columns[last + 1] ?? [], columns[last], level)) last++;
      return last > column ? [`${cell(column, level)}:${cell(last, level)}`] : [];
    });
    return [...down, ...across];
  });
}

/** What each column of the sheet was read as, from left to right: "year central", "college of staff", "computers/staff". */
export function meaningsOf({ textColumns, figureColumns }: Appendix): Map<number, string> {
  const texts = textColumns.map(({ column, holds }): [number, string] => [column, holds]);
  const figures = figureColumns.map(({ column, holds }): [number, string] => [column, figureMeaning(holds)]);
  return new Map([...texts, ...figures].sort(([a], [b]) => a - b));
}

function figureMeaning(holds: FigureColumn["holds"]): string {
  if (holds.type === "ratio") return `${holds.of}/${holds.per}`;
  if (holds.type === "count") return holds.within === null ? holds.measure : `${holds.measure} of ${holds.within}`;
  return amountMeaning(holds);
}

function amountMeaning({ scope, kind, origin, nature, detail, year }: AmountHolds): string {
  const words = [
    scope,
    year,
    kind === "disbursed" ? kind : null,
    origin,
    nature,
    detail === null ? null : `(${detail})`,
  ];
  return words.filter((word) => word !== null).join(" ");
}

/** "year = year central + year local" for every sum that the figure columns stand in. */
export function equationsOf({ figureColumns }: Appendix): string[] {
  const say = (index: number): string => (figureColumns[index] ? figureMeaning(figureColumns[index].holds) : "?");
  return findSourceGroups(figureColumns).map(({ total, parts }) => `${say(total)} = ${parts.map(say).join(" + ")}`);
}

/** What the sheet says, wherever it says it, in the columns asked for; the total last. */
export function contentOf(appendix: Appendix, meanings: readonly string[]): unknown {
  const rows = appendix.rows.map(({ kind, number, name, parent, texts, figures }) => ({
    kind,
    number,
    name: name.normalize(),
    parent: (appendix.rows[parent]?.name ?? "").normalize(),
    texts: Object.fromEntries(
      Object.entries(texts)
        .filter(([holds]) => meanings.includes(holds))
        .map(([holds, text]) => [holds, text.normalize()]),
    ),
    figures: Object.fromEntries(
      appendix.figureColumns
        .map(({ holds }, index): [string, number | null] => [figureMeaning(holds), figures[index] ?? null])
        .filter(([meaning]) => meanings.includes(meaning)),
    ),
  }));
  const isTotal = ({ kind }: { kind: string }): boolean => kind === "grandTotal";
  return {
    form: appendix.form,
    unit: appendix.unit,
    rows: [...rows.filter((row) => !isTotal(row)), ...rows.filter(isTotal)],
  };
}

/** The one appendix of a sheet on which there is nothing to find. */
export function readRight(grid: Grid): Appendix {
  const { sheets, findings } = checkWorkbook([grid]);
  const appendix = sheets[0]?.appendix;
  assert.ok(appendix, `of no form: ${brief(findings).join("; ")}`);
  assert.equal(sheets.length, 1);
  assert.deepEqual(brief(findings), [], `read as ${appendix.form}: ${[...meaningsOf(appendix).values()].join(" | ")}`);
  return appendix;
}

export interface FormTests {
  /** Other headings of single columns, by what the column holds. */
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  /** Other headings of groups of columns, by the group's text. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** One column more: after how many columns, what it is, and what its cells say. */
  readonly more: readonly (readonly [at: number, column: ColumnSpec, value: Value])[];
  /** The same columns under headers of other shapes. */
  readonly headers: Readonly<Record<string, (column: ColumnSpec) => ColumnSpec>>;
  readonly equations: readonly string[];
  /** False where the column of the name has to stand left of one that could be taken for it. */
  readonly isFreeOrder?: boolean;
}

const LETTERHEAD: readonly string[] = [
  "UBND TỈNH VĨNH LONG",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "Độc lập - Tự do - Hạnh phúc",
  "",
  "PHỤ LỤC 2",
  "DANH MỤC VÀ SỐ LIỆU",
  "(Kèm theo Kế hoạch số 12/KH-UBND của UBND tỉnh)",
  "",
];

const LAYOUTS: Readonly<Record<string, Layout>> = {
  "a header without merged cells": { isUnmerged: true },
  "a header in upper case": { header: (text) => text.toUpperCase() },
  "a header in lower case": { header: (text) => text.toLowerCase(), isUnmerged: true },
  "line breaks in the header": { header: (text) => text.replace(/ /g, "\n") },
  "decomposed Unicode": { text: (text) => text.normalize("NFD") },
  "odd spaces": { header: (text) => `  ${text.replace(/ /g, " \u00a0")} ` },
  "a row of column letters": { letters: (index) => String.fromCharCode(65 + index) },
  "a row of column numbers": { letters: (index) => index + 1 },
  "a row of column numbers as text": { letters: (index) => String(index + 1), isUnmerged: true },
  "a row of column numbers in brackets": { letters: (index) => `(${String(index + 1)})` },
  "a row A, B, 1, 2, 3…": { letters: (index) => (index < 2 ? String.fromCharCode(65 + index) : index - 1) },
  "the header printed again": { again: [2] },
  "the header printed again before every row, unmerged": { again: [1, 2, 3, 4, 5, 6, 7, 8], isUnmerged: true },
  "a table that starts at column C": { left: 2 },
  "a table that starts at column H, unmerged": { left: 7, isUnmerged: true },
  "the total row first": { isTotalFirst: true },
  "the total row first, unmerged": { isTotalFirst: true, isUnmerged: true },
  "another sheet name": { name: "PL 02 (tổng hợp) - lần 3" },
  "the unit's line in the first column": { unitAt: 0 },
  "the unit's line in the fourth column": { unitAt: 3, isUnmerged: true },
};

export function testForm(sheet: FormSheet, tests: FormTests): void {
  describe(`form ${sheet.form}`, () => {
    const meanings = sheet.columns.map(([meaning]) => meaning);
    const known = (columns: readonly ColumnSpec[]): string[] =>
      columns.map(([meaning]) => meaning).filter((meaning) => meaning !== "");
    const isSame = (changed: FormSheet, layout: Layout = {}): void => {
      const read = readRight(layOut(changed, layout));
      assert.deepEqual([...meaningsOf(read).values()], known(changed.columns));
      assert.deepEqual(contentOf(read, meanings), contentOf(readRight(layOut(sheet)), meanings));
    };
    const both = (changed: FormSheet): void => {
      isSame(changed);
      isSame(changed, { isUnmerged: true });
    };

    it("is read from a right sheet, its columns holding what they say", () => {
      const read = readRight(layOut(sheet));
      assert.equal(read.form, sheet.form);
      assert.equal(read.unit, sheet.unit);
      assert.deepEqual([...meaningsOf(read).values()], known(sheet.columns));
      assert.equal(read.rows.length, sheet.rows.length + (sheet.total ? 1 : 0));
    });
    it("has the sums that follow from its columns", () => {
      assert.deepEqual(equationsOf(readRight(layOut(sheet))), tests.equations);
    });
    for (const [name, layout] of Object.entries(LAYOUTS))
      it(`stands ${name}`, () => {
        isSame(sheet, layout);
      });
    for (let count = 0; count <= LETTERHEAD.length; count++) {
      it(`stands ${String(count)} lines above it`, () => {
        const titles = LETTERHEAD.slice(LETTERHEAD.length - count);
        isSame(sheet, { titles });
        isSame(sheet, { titles, isUnmerged: true });
      });
    }
    for (const [name, order] of Object.entries(ordersOf(sheet, tests.isFreeOrder ?? true))) {
      it(`stands its columns ${name}`, () => {
        isSame(inOrder(sheet, order));
      });
    }
    for (const [at, column, value] of tests.more) {
      it(`stands one column more, "${column.slice(1).join(" › ")}"`, () => {
        both(withColumn(sheet, { at, column, value }));
      });
    }
    for (const [name, change] of Object.entries(tests.headers)) {
      it(`stands ${name}`, () => {
        both({ ...sheet, columns: sheet.columns.map(change) });
      });
    }
    for (const [meaning, spellings] of Object.entries(tests.spellings)) {
      for (const spelling of spellings) {
        it(`knows "${spelling}" as ${meaning}`, () => {
          isSame(respell(sheet, meaning, spelling));
        });
      }
    }
    for (const [group, spellings] of Object.entries(tests.groups ?? {})) {
      for (const spelling of spellings) {
        it(`knows "${spelling}" as "${group}"`, () => {
          isSame(respellGroup(sheet, group, spelling));
        });
      }
    }
  });
}

const pick = <T>(items: readonly T[], order: readonly number[]): T[] =>
  order.flatMap((index) => items.slice(index, index + 1));

function inOrder(sheet: FormSheet, order: readonly number[]): FormSheet {
  const rows = sheet.rows.map((row) => pick(row, order));
  return { ...sheet, columns: pick(sheet.columns, order), rows, total: sheet.total ? pick(sheet.total, order) : null };
}

function ordersOf(sheet: FormSheet, isFree: boolean): Record<string, readonly number[]> {
  const all = [...sheet.columns.keys()];
  const [number = 0, name = 1, ...rest] = all;
  const [third = 2, ...later] = rest;
  const orders = {
    "backwards after the name": [number, name, ...[...rest].reverse()],
    "turned round by one": [number, name, ...later, third],
    mixed: [number, name, ...rest.filter((column) => column % 2 === 1), ...rest.filter((column) => column % 2 === 0)],
  };
  return isFree
    ? { ...orders, "all backwards": [...all].reverse(), "with the number last": [name, ...rest, number] }
    : orders;
}

function withColumn(
  sheet: FormSheet,
  { at, column, value }: { at: number; column: ColumnSpec; value: Value },
): FormSheet {
  const isSection = (row: readonly Value[]): boolean => row.slice(2, 4).every((cell) => cell === null);
  const rows = sheet.rows.map((row) => putIn(row, at, isSection(row) ? null : value));
  const total = sheet.total ? putIn(sheet.total, at, null) : null;
  return { ...sheet, columns: putIn(sheet.columns, at, column), rows, total };
}

const putIn = <T>(items: readonly T[], at: number, item: T): T[] => [...items.slice(0, at), item, ...items.slice(at)];

function respell(sheet: FormSheet, meaning: string, spelling: string): FormSheet {
  assert.ok(
    sheet.columns.some(([own]) => own === meaning),
    `the sheet has no ${meaning}`,
  );
  return {
    ...sheet,
    columns: sheet.columns.map((column) =>
      column[0] === meaning ? [meaning, ...column.slice(1, -1), spelling] : column,
    ),
  };
}

function respellGroup(sheet: FormSheet, group: string, spelling: string): FormSheet {
  assert.ok(
    sheet.columns.some(([, top]) => top === group),
    `the sheet has no ${group}`,
  );
  return {
    ...sheet,
    columns: sheet.columns.map((column) =>
      column[1] === group && column.length > 2 ? [column[0], spelling, ...column.slice(2)] : column,
    ),
  };
}

/** Headings of the columns that the money forms share, as published appendices print them. */
export const SHARED_SPELLINGS = {
  number: ["TT", "STT", "Số TT", "Số thứ tự", "Mã số", "S.TT", "Stt."],
  name: [
    "Tên dự án",
    "Tên nhiệm vụ, dự án",
    "Nội dung",
    "Danh mục dự án",
    "Danh mục nhiệm vụ, dự án",
    "Danh mục",
    "Nội dung công việc",
    "Nhiệm vụ/dự án",
    "Tên dự án/nhiệm vụ",
    "Hạng mục",
    "Tên chương trình, dự án",
    "Tên công trình, dự án",
    "Các nhiệm vụ, dự án",
    "Nhiệm vụ, giải pháp",
  ],
  leadAgency: [
    "Đơn vị thực hiện",
    "Đơn vị chủ trì",
    "Đơn vị chủ trì triển khai",
    "Chủ trì",
    "Cơ quan chủ trì",
    "Cơ quan thực hiện",
    "Chủ đầu tư",
    "Đơn vị triển khai",
    "Đơn vị quản lý",
    "Cơ quan chủ quản",
    "Chủ đầu tư/Đơn vị chủ trì",
    "Đơn vị chủ trì/phối hợp",
  ],
  supportingAgencies: ["Phối hợp", "Đơn vị phối hợp", "Cơ quan phối hợp", "Phối hợp thực hiện"],
  objective: ["Mục tiêu", "Mục tiêu đầu tư", "Mục tiêu, quy mô", "Quy mô đầu tư", "Quy mô", "Sản phẩm"],
  period: [
    "Thời gian thực hiện",
    "Thời gian triển khai",
    "Thời gian",
    "Tiến độ",
    "Tiến độ thực hiện",
    "Thời gian KC-HT",
    "Thời gian khởi công - hoàn thành",
    "Khởi công - hoàn thành",
    "Thời hạn",
    "Năm thực hiện",
    "Lộ trình thực hiện",
  ],
  note: ["Ghi chú", "Ghi chú (văn bản)", "Căn cứ pháp lý", "Văn bản phê duyệt", "Cơ sở pháp lý", "Thuyết minh"],
  project: [
    "Tổng mức đầu tư",
    "Tổng mức đầu tư/chi phí dự kiến",
    "Dự kiến kinh phí",
    "Tổng kinh phí dự án",
    "Tổng mức đầu tư (triệu đồng)",
    "TMĐT",
    "TMĐT dự kiến",
    "Kinh phí dự kiến",
    "Tổng dự toán",
    "Tổng kinh phí thực hiện",
    "Tổng vốn đầu tư",
    "Khái toán kinh phí",
    "Tổng chi phí",
    "Kinh phí dự án",
    "Tổng mức đầu tư được duyệt",
  ],
  total: ["Tổng cộng", "Tổng số", "Tổng", "Cộng", "Tổng vốn", "Tổng kinh phí", "Tổng số vốn"],
  central: [
    "TW",
    "TƯ",
    "Trung ương",
    "NS TW",
    "NSTW",
    "Kinh phí TW",
    "Ngân sách trung ương",
    "Ngân sách TƯ",
    "Vốn TW",
    "Nguồn NSTW",
    "Trung ương hỗ trợ",
    "NSTW hỗ trợ",
    "Vốn ngân sách trung ương",
  ],
  local: [
    "ĐP",
    "địa phương",
    "NS tỉnh",
    "Kinh phí tỉnh",
    "NSĐP",
    "NS ĐP",
    "Ngân sách tỉnh",
    "Ngân sách địa phương",
    "Ngân sách thành phố",
    "Ngân sách cấp tỉnh",
    "Vốn NSĐP",
    "Đối ứng địa phương",
  ],
  other: [
    "Kinh phí khác",
    "nguồn khác",
    "Khác",
    "Các nguồn khác",
    "Nguồn vốn khác",
    "ODA",
    "Vốn vay",
    "Doanh nghiệp",
    "Tài trợ",
    "XHH",
  ],
  investment: [
    "ĐTPT",
    "NV ĐTPT",
    "Nguồn Phát triển",
    "vốn đầu tư",
    "Vốn ĐTPT",
    "Đầu tư phát triển",
    "Vốn đầu tư phát triển",
    "Nguồn vốn đầu tư",
    "Vốn đầu tư công",
    "Đầu tư công",
    "Vốn XDCB",
    "KP đầu tư",
  ],
  recurrent: [
    "SN",
    "NV SN",
    "Nguồn Sự nghiệp",
    "vốn sự nghiệp",
    "Vốn SN",
    "Sự nghiệp",
    "Kinh phí sự nghiệp",
    "KP sự nghiệp",
    "Chi thường xuyên",
    "Kinh phí thường xuyên",
    "SNKT",
  ],
} as const;

/** Headings of groups of columns, by what they say of all of them. */
export const GROUP_SPELLINGS = {
  phase: [
    "Tổng kinh phí giai đoạn 2016-2020",
    "Tổng kinh phí giai đoạn năm 2016-2020",
    "Kinh phí giai đoạn 2016 - 2020",
    "Kế hoạch vốn giai đoạn 2016 – 2020",
    "Tổng kinh phí 2016-2020",
    "Vốn giai đoạn 2016 đến 2020",
    "Kinh phí từ năm 2016 đến năm 2020",
  ],
  year: [
    "Kinh phí năm 2020",
    "KP năm 2020",
    "Kế hoạch vốn năm 2020",
    "Dự toán năm 2020",
    "Kinh phí thực hiện năm 2020",
    "Nhu cầu kinh phí năm 2020",
    "Phân bổ kinh phí năm 2020",
    "Tổng kinh phí năm 2020",
    "Vốn năm 2020",
  ],
  disbursed: [
    "Kinh phí đã giải ngân",
    "Đã giải ngân",
    "Giải ngân",
    "Lũy kế giải ngân",
    "Kinh phí đã thanh toán",
    "Kinh phí đã cấp",
    "Vốn đã giải ngân",
    "Kết quả giải ngân",
  ],
} as const;

/** The header in one row, each group's text before its columns'. */
export const inOneRow: FormTests["headers"][string] = ([meaning, ...path]) => [meaning, path.join(" - ")];

/** One more header row over the columns that hold these. */
export const under =
  (group: string, holds: RegExp): FormTests["headers"][string] =>
  (column) =>
    holds.test(column[0]) ? [column[0], group, ...column.slice(1)] : column;

/** "Trong đó" between a group and its sources. */
export const ofWhich: FormTests["headers"][string] = ([meaning, ...path]) => {
  const [group = "", leaf = ""] = path;
  return path.length < 2 || leaf.startsWith("Tổng") ? [meaning, ...path] : [meaning, group, "Trong đó", leaf];
};

const PHASE = "Tổng kinh phí giai đoạn năm 2016-2020";
const YEAR = "Kinh phí năm 2020";
const { number, name, leadAgency, period, note, project, total, central, local, investment, recurrent } =
  SHARED_SPELLINGS;

const VINH_LONG: FormSheet = {
  form: "project-list-phase-year",
  titles: ["PHỤ LỤC", "CÁC NHIỆM VỤ, DỰ ÁN ỨNG DỤNG CÔNG NGHỆ THÔNG TIN TRONG CƠ QUAN NHÀ NƯỚC NĂM 2020"],
  unit: "million",
  columns: [
    ["number", "STT"],
    ["name", "Tên nhiệm vụ, dự án"],
    ["leadAgency", "Đơn vị thực hiện"],
    ["period", "Thời gian thực hiện"],
    ["project", "Tổng kinh phí dự án"],
    ["phase", PHASE, "Tổng cộng"],
    ["phase central", PHASE, "TW"],
    ["phase local", PHASE, "ĐP"],
    ["year", YEAR, "Tổng cộng"],
    ["year central", YEAR, "TW"],
    ["year investment", YEAR, "NV ĐTPT"],
    ["year recurrent", YEAR, "NV SN"],
    ["note", "Ghi chú"],
  ],
  rows: [
    ["I", "Hạ tầng kỹ thuật", null, null, 9000, 6500, 2000, 4500, 3200, 700, 1500, 1000, null],
    [
      1,
      "Nâng cấp mạng cục bộ của Văn phòng",
      "Văn phòng UBND tỉnh",
      "2019-2021",
      5000,
      3500,
      1200,
      2300,
      1700,
      400,
      800,
      500,
      "Chuyển tiếp",
    ],
    [
      2,
      "Mở rộng trung tâm tích hợp dữ liệu",
      "Sở TT&TT",
      "2018-2020",
      4000,
      3000,
      800,
      2200,
      1500,
      300,
      700,
      500,
      null,
    ],
    ["II", "Ứng dụng trong cơ quan nhà nước", null, null, 7350, 5350, 1000, 4350, 2650, 250, 900, 1500, null],
    [1, "Phần mềm quản lý ngân sách", "Sở Tài chính", 2020, 1850, 1850, 400, 1450, 1150, 100, 550, 500, null],
    [
      2,
      "Hệ thống thông tin báo cáo",
      "Văn phòng UBND tỉnh",
      "2020-2021",
      3500,
      2000,
      600,
      1400,
      1000,
      150,
      350,
      500,
      null,
    ],
    [3, "Cơ sở dữ liệu cán bộ, công chức", "Sở Nội vụ", "2019-2020", 2000, 1500, 0, 1500, 500, null, null, 500, null],
  ],
  total: ["TỔNG KINH PHÍ", null, null, null, 16350, 11850, 3000, 8850, 5850, 950, 2400, 2500, null],
};

testForm(VINH_LONG, {
  spellings: {
    number,
    name,
    leadAgency,
    period,
    note,
    project,
    phase: total,
    "phase central": central,
    "phase local": local,
    year: total,
    "year central": central,
    "year investment": investment,
    "year recurrent": recurrent,
  },
  groups: { [PHASE]: GROUP_SPELLINGS.phase, [YEAR]: GROUP_SPELLINGS.year },
  more: [
    [3, ["supportingAgencies", "Đơn vị phối hợp"], "Sở Tài chính"],
    [3, ["objective", "Mục tiêu"], "Dùng chung"],
    [2, ["", "Địa điểm thực hiện"], "Toàn tỉnh"],
    [2, ["", "Mã dự án"], "DA-01"],
    [8, ["phase other", PHASE, "Nguồn khác"], null],
    [12, ["year other", YEAR, "Nguồn khác"], 0],
    [12, ["year other", "Nguồn khác"], null],
    [12, ["fundingText", "Nguồn vốn"], "Ngân sách tỉnh"],
    [13, ["", "Ghi chú 2"], "Xem văn bản kèm theo"],
  ],
  headers: {
    "a header of one row": inOneRow,
    "a header of three rows": under("Kinh phí", /^(phase|year)/),
    "a header of three rows, with “Trong đó”": ofWhich,
  },
  equations: ["phase = phase central + phase local", "year = year central + year investment + year recurrent"],
});

describe("sums of the form project-list-phase-year", () => {
  const equations = (columns: readonly ColumnSpec[]): string[] => {
    const text = VINH_LONG.columns.slice(0, 4);
    const items = [1, 2].map((item) => [item, `Nhiệm vụ ${String(item)}`, "Sở TT&TT", 2020, ...columns.map(() => 0)]);
    const sheet = { ...VINH_LONG, columns: [...text, ...columns], rows: items, total: null };
    const [first] = checkWorkbook([layOut(sheet)]).sheets;
    assert.ok(first?.appendix);
    return equationsOf(first.appendix);
  };
  const phase: readonly ColumnSpec[] = [["phase", PHASE]];
  const year = (...leaves: readonly string[]): readonly ColumnSpec[] => leaves.map((leaf) => ["year", YEAR, leaf]);

  const CASES: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
    "one column of the year is no sum": [["Tổng số"], []],
    "a total with one source is no sum": [["Tổng số", "TW"], []],
    "sources without their total are no sum": [["TW", "ĐP"], []],
    "two origins": [["Tổng số", "TW", "ĐP"], ["year = year central + year local"]],
    "the total to the right": [["TW", "ĐP", "Tổng số"], ["year = year central + year local"]],
    "three origins": [["Tổng số", "TW", "ĐP", "Khác"], ["year = year central + year local + year other"]],
    "two natures": [["Tổng số", "ĐTPT", "SN"], ["year = year investment + year recurrent"]],
    "a central bucket beside the two local ones (Vĩnh Long)": [
      ["Tổng số", "TW", "NV ĐTPT", "NV SN"],
      ["year = year central + year investment + year recurrent"],
    ],
    "two splits of one total": [
      ["Tổng số", "TW", "ĐP", "ĐTPT", "SN"],
      ["year = year central + year local", "year = year investment + year recurrent"],
    ],
    "two splits in any order": [
      ["ĐTPT", "TW", "Tổng số", "SN", "ĐP"],
      ["year = year central + year local", "year = year investment + year recurrent"],
    ],
    "natures of an origin": [
      ["Tổng số", "NSTW", "ĐTPT NSTW", "SN NSTW", "NSĐP"],
      ["year = year central + year local", "year central = year central investment + year central recurrent"],
    ],
    "levels of the local budget": [
      ["Tổng số", "TW", "NSĐP", "NS huyện", "NS xã"],
      ["year = year central + year local", "year local = year local (NS huyện) + year local (NS xã)"],
    ],
  };
  for (const [situation, [leaves, expected]] of Object.entries(CASES)) {
    it(situation, () => {
      assert.deepEqual(equations([...phase, ...year(...leaves)]), expected);
    });
  }

  it("the phase's money is no part of the year's, nor the year's of the project's", () => {
    assert.deepEqual(
      equations([
        ["project", "Tổng mức đầu tư"],
        ["phase", PHASE],
        ["year", YEAR],
      ]),
      [],
    );
  });
  it("years side by side are no parts of each other", () => {
    const years = ["2021", "2022", "2023"].map((each): ColumnSpec => ["year", "Phân kỳ kinh phí", each]);
    assert.deepEqual(equations([...phase, ...years]), []);
  });
});
