import assert from "node:assert/strict";
import { columnKey, columnsOf, uniteColumns, type MoneyColumn } from "../../shared/consolidation/columns.ts";
import { gridOf, type Value } from "../builders.ts";
import { versionOf } from "./build.ts";

const column = (key: string): MoneyColumn => {
  const [kind = "", scope = "", origin = "", nature = ""] = key.split(" ");
  const source =
    nature === "" ? origin : { origin: origin === "null" ? null : origin, nature: nature === "null" ? null : nature };
  return { kind, scope, source } as MoneyColumn;
};

const sheetWith = (headings: readonly Value[]): Value[][] => [
  ["DANH MỤC DỰ ÁN"],
  ["Đơn vị tính: triệu đồng"],
  ["STT", "Tên dự án", "Đơn vị chủ trì", "Thời gian thực hiện", ...headings],
  [1, "Mạng diện rộng của tỉnh", "Sở A", 2020, ...headings.map(() => 10)],
  [2, "Phần mềm một cửa điện tử", "Sở B", 2020, ...headings.map(() => 20)],
];

describe("consolidation: columns", () => {
  const KEYS: readonly string[] = [
    "planned project total",
    "planned project central null",
    "planned phase local investment",
    "disbursed phase null recurrent",
    "disbursed year unsourced",
    "planned project unsplit",
    "planned project null null",
  ];
  for (const key of KEYS) {
    it(`“${key}” is known by its key`, () => {
      assert.equal(columnKey(column(key)), key);
    });
  }

  const ORDERS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      "planned before disbursed",
      ["disbursed phase total", "planned phase total"],
      ["planned phase total", "disbursed phase total"],
    ],
    [
      "the widest scope first",
      ["planned year total", "planned phase total", "planned project total"],
      ["planned project total", "planned phase total", "planned year total"],
    ],
    [
      "the whole first, what is not split and then what has no source last",
      ["planned year unsourced", "planned year local null", "planned year unsplit", "planned year total"],
      ["planned year total", "planned year local null", "planned year unsplit", "planned year unsourced"],
    ],
    [
      "natures within their origin, other sources after",
      [
        "planned year other null",
        "planned year local recurrent",
        "planned year local investment",
        "planned year local null",
      ],
      [
        "planned year local null",
        "planned year local investment",
        "planned year local recurrent",
        "planned year other null",
      ],
    ],
    ["each once", ["planned year total", "planned year total"], ["planned year total"]],
    ["none", [], []],
  ];
  for (const [name, given, expected] of ORDERS) {
    it(name, () => {
      assert.deepEqual(uniteColumns(given.map(column)).map(columnKey), expected);
    });
  }

  const HEADINGS: readonly (readonly [string, readonly Value[], readonly string[]])[] = [
    ["a single amount", ["Tổng mức đầu tư"], ["planned project total", "planned project unsplit"]],
    [
      "sources of a year",
      ["Kinh phí tỉnh năm 2020", "Kinh phí TW năm 2020"],
      ["planned year total", "planned year central null", "planned year local null"],
    ],
    [
      "a whole and its sources",
      ["Tổng kinh phí năm 2020", "Kinh phí tỉnh năm 2020", "Kinh phí TW năm 2020"],
      ["planned year total", "planned year central null", "planned year local null", "planned year unsourced"],
    ],
    [
      "a source that is neither central nor local",
      ["Tổng mức đầu tư", "NSTW", "NSNN"],
      [
        "planned project total",
        "planned project central null",
        "planned project null null",
        "planned project unsourced",
      ],
    ],
    [
      "what was paid out beside what was planned",
      ["Tổng kinh phí giai đoạn 2016-2020", "Kinh phí đã giải ngân"],
      ["planned phase total", "planned phase unsplit", "disbursed phase total", "disbursed phase unsplit"],
    ],
  ];
  for (const [name, headings, expected] of HEADINGS) {
    it(`of ${name}`, () => {
      const [appendix] = versionOf("a", [gridOf(sheetWith(headings))]).appendices;
      assert.ok(appendix);
      assert.deepEqual(columnsOf(appendix).map(columnKey), expected);
    });
  }
});
