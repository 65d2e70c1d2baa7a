import assert from "node:assert/strict";
import type { Appendix } from "../../shared/appendix.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { readSheet } from "../../shared/reading/read-sheet.ts";
import { brief, gridOf, TARGETS, type GridOptions, type Value } from "../builders.ts";

type Row = readonly Value[];

const TITLES: readonly Row[] = [
  ["DANH MỤC DỰ ÁN GIAI ĐOẠN 2021-2025"],
  [null, null, null, null, null, "Đơn vị tính: đồng"],
];
const HEADER: Row = [
  "TT",
  "Tên nhiệm vụ, dự án",
  "Đơn vị chủ trì",
  "Thời gian thực hiện",
  "Tổng mức đầu tư",
  "Ghi chú",
];
const FIRST_ROW = TITLES.length + 2;

/** A heading without agency, period or money; a line item of one agency and year. */
const heading = (number: Value, name: string, subtotal: Value = null): Row => [number, name, null, null, subtotal];
const item = (number: Value, name: string, amount: Value = 10): Row => [number, name, "Sở TT&TT", 2021, amount];
const total = (amount: Value): Row => ["TỔNG CỘNG", null, null, null, amount];

const sheetOf = (rows: readonly Row[], options?: GridOptions): ReturnType<typeof gridOf> =>
  gridOf([...TITLES, HEADER, ...rows], options);

function appendixOf(rows: readonly Row[], options?: GridOptions): Appendix {
  const [first] = readSheet(sheetOf(rows, options), null).readings;
  assert.ok(first);
  return first.appendix;
}

const MARKS: Readonly<Record<Appendix["rows"][number]["kind"], string>> = {
  section: "#",
  lineItem: "",
  subtotal: "=",
  grandTotal: "==",
};

/** One line a row, indented as it lies in the tree: "# I Hạ tầng 30", "  1 Mạng 10", "== TỔNG CỘNG 30". */
function outline({ rows }: Appendix): string[] {
  const depth = (index: number): number => ((rows[index]?.parent ?? -1) < 0 ? 0 : 1 + depth(rows[index]?.parent ?? -1));
  return rows.map(({ kind, number, name, isPartial, figures }, index) => {
    const words = [
      MARKS[kind],
      number,
      name,
      isPartial ? "(partly)" : "",
      figures[0] === null ? "" : String(figures[0]),
    ];
    return "  ".repeat(depth(index)) + words.filter((word) => word !== "").join(" ");
  });
}

interface Case {
  readonly rows: readonly Row[];
  readonly outline: readonly string[];
}

const LEVELS: Readonly<Record<string, Case>> = {
  "items by themselves": {
    rows: [item(1, "Mạng"), item(2, "Máy"), total(20)],
    outline: ["1 Mạng 10", "2 Máy 10", "== TỔNG CỘNG 20"],
  },
  "I/1/1.1/a)/-": {
    rows: [
      heading("I", "Hạ tầng"),
      item(1, "Mạng", null),
      item("1.1", "Mạng tỉnh", null),
      item("a)", "Cáp", null),
      item("-", "Cáp quang"),
      item("-", "Cáp đồng"),
      item("b)", "Thiết bị"),
      item("1.2", "Mạng huyện"),
      item(2, "Máy chủ"),
      heading("II", "Ứng dụng"),
      item(1, "Văn bản"),
      total(60),
    ],
    outline: [
      "# I Hạ tầng",
      "  # 1 Mạng",
      "    # 1.1 Mạng tỉnh",
      "      # a Cáp",
      "        - Cáp quang 10",
      "        - Cáp đồng 10",
      "      b Thiết bị 10",
      "    1.2 Mạng huyện 10",
      "  2 Máy chủ 10",
      "# II Ứng dụng",
      "  1 Văn bản 10",
      "== TỔNG CỘNG 60",
    ],
  },
  "A/I/1/1.1/a)/-": {
    rows: [
      heading("A", "Khối tỉnh"),
      heading("I", "Hạ tầng"),
      item(1, "Mạng", null),
      item("1.1", "Mạng tỉnh", null),
      item("a)", "Cáp", null),
      item("-", "Cáp quang"),
      heading("II", "Ứng dụng"),
      item(1, "Văn bản"),
      heading("B", "Khối huyện"),
      heading("I", "Hạ tầng"),
      item(1, "Mạng"),
      total(30),
    ],
    outline: [
      "# A Khối tỉnh",
      "  # I Hạ tầng",
      "    # 1 Mạng",
      "      # 1.1 Mạng tỉnh",
      "        # a Cáp",
      "          - Cáp quang 10",
      "  # II Ứng dụng",
      "    1 Văn bản 10",
      "# B Khối huyện",
      "  # I Hạ tầng",
      "    1 Mạng 10",
      "== TỔNG CỘNG 30",
    ],
  },
  "A to I: I after H is a letter": {
    rows: [..."ABCDEFGHI"].flatMap((letter) => [heading(letter, `Phần ${letter}`), item(1, `Việc ${letter}`)]),
    outline: [..."ABCDEFGHI"].flatMap((letter) => [`# ${letter} Phần ${letter}`, `  1 Việc ${letter} 10`]),
  },
  "a) to e) as Vietnamese counts": {
    rows: [item(1, "Mạng", null), ...[..."abcdđeg"].map((letter) => item(`${letter})`, `Việc ${letter}`))],
    outline: ["# 1 Mạng", ...[..."abcdđeg"].map((letter) => `  ${letter} Việc ${letter} 10`)],
  },
  "A/1/-": {
    rows: [
      heading("A", "Tỉnh"),
      item(1, "Mạng", null),
      item("-", "Cáp"),
      heading("B", "Huyện"),
      item(1, "Máy"),
      total(20),
    ],
    outline: ["# A Tỉnh", "  # 1 Mạng", "    - Cáp 10", "# B Huyện", "  1 Máy 10", "== TỔNG CỘNG 20"],
  },
  "A to D: C and D are letters, not roman hundreds": {
    rows: ["A", "B", "C", "D"].flatMap((letter) => [heading(letter, `Phần ${letter}`), item(1, `Việc ${letter}`)]),
    outline: ["A", "B", "C", "D"].flatMap((letter) => [`# ${letter} Phần ${letter}`, `  1 Việc ${letter} 10`]),
  },
  "I to XI": {
    rows: ["I", "V", "IX", "X", "XI"].flatMap((roman) => [heading(roman, `Mục ${roman}`), item(1, `Việc ${roman}`)]),
    outline: ["I", "V", "IX", "X", "XI"].flatMap((roman) => [`# ${roman} Mục ${roman}`, `  1 Việc ${roman} 10`]),
  },
  "I.1, I.2": {
    rows: [
      heading("I", "Hạ tầng"),
      item("I.1", "Mạng"),
      item("I.2", "Máy"),
      heading("II", "Ứng dụng"),
      item("II.1", "Văn bản"),
    ],
    outline: ["# I Hạ tầng", "  I.1 Mạng 10", "  I.2 Máy 10", "# II Ứng dụng", "  II.1 Văn bản 10"],
  },
  "1, 1.1 up to 1.11": {
    rows: [heading(1, "Hạ tầng"), item("1.1", "Mạng"), item("1.10", "Máy"), item("1.11", "Dây"), item(2, "Văn bản")],
    outline: ["# 1 Hạ tầng", "  1.1 Mạng 10", "  1.10 Máy 10", "  1.11 Dây 10", "2 Văn bản 10"],
  },
  "numbers with closing signs": {
    rows: [heading("I.", "Hạ tầng"), item("1.", "Mạng"), item("2)", "Máy"), item("(3)", "Dây"), item(" 4 ", "Đĩa")],
    outline: ["# I Hạ tầng", "  1 Mạng 10", "  2 Máy 10", "  3 Dây 10", "  4 Đĩa 10"],
  },
  "dashes and bullets of every kind": {
    rows: [item(1, "Mạng", null), item("-", "A"), item("–", "B"), item("+", "C"), item("•", "D")],
    outline: ["# 1 Mạng", "  - A 10", "  - B 10", "  - C 10", "  - D 10"],
  },
  "numbers that run on through the sections": {
    rows: [heading("I", "Hạ tầng"), item(1, "Mạng"), item(2, "Máy"), heading("II", "Ứng dụng"), item(3, "Văn bản")],
    outline: ["# I Hạ tầng", "  1 Mạng 10", "  2 Máy 10", "# II Ứng dụng", "  3 Văn bản 10"],
  },
  "headings without a number": {
    rows: [heading(null, "Hạ tầng"), item(1, "Mạng"), item(2, "Máy"), heading(null, "Ứng dụng"), item(1, "Văn bản")],
    outline: ["# Hạ tầng", "  1 Mạng 10", "  2 Máy 10", "# Ứng dụng", "  1 Văn bản 10"],
  },
  "headings without a number, with subtotals": {
    rows: [
      heading(null, "Hạ tầng", 20),
      item(1, "Mạng"),
      item(2, "Máy"),
      heading(null, "Ứng dụng", 10),
      item(1, "Văn bản"),
    ],
    outline: ["# Hạ tầng 20", "  1 Mạng 10", "  2 Máy 10", "# Ứng dụng 10", "  1 Văn bản 10"],
  },
  "a section that is itself an item (Nghệ An 2017, I)": {
    rows: [item("I", "Khung kiến trúc"), heading("II", "Hạ tầng"), item(1, "Mạng")],
    outline: ["I Khung kiến trúc 10", "# II Hạ tầng", "  1 Mạng 10"],
  },
  "a section without items": {
    rows: [heading("I", "Hạ tầng"), heading("II", "Ứng dụng"), item(1, "Văn bản")],
    outline: ["# I Hạ tầng", "# II Ứng dụng", "  1 Văn bản 10"],
  },
  "items without any number": {
    rows: [item(null, "Mạng"), item(null, "Máy"), total(20)],
    outline: ["Mạng 10", "Máy 10", "== TỔNG CỘNG 20"],
  },
};

const SUBTOTALS: Readonly<Record<string, Case>> = {
  "in the sections' rows": {
    rows: [
      heading("I", "Hạ tầng", 20),
      item(1, "Mạng"),
      item(2, "Máy"),
      heading("II", "Ứng dụng", 10),
      item(1, "Văn bản"),
      total(30),
    ],
    outline: ["# I Hạ tầng 20", "  1 Mạng 10", "  2 Máy 10", "# II Ứng dụng 10", "  1 Văn bản 10", "== TỔNG CỘNG 30"],
  },
  "in one section's row only": {
    rows: [
      heading("I", "Hạ tầng", 20),
      item(1, "Mạng"),
      item(2, "Máy"),
      heading("II", "Ứng dụng"),
      item(1, "Văn bản"),
      total(30),
    ],
    outline: ["# I Hạ tầng 20", "  1 Mạng 10", "  2 Máy 10", "# II Ứng dụng", "  1 Văn bản 10", "== TỔNG CỘNG 30"],
  },
  "“Cộng mục I”": {
    rows: [
      heading("I", "Hạ tầng"),
      item(1, "Mạng"),
      [null, "Cộng mục I", null, null, 10],
      heading("II", "Ứng dụng"),
      item(1, "Văn bản"),
      [null, "Cộng mục II", null, null, 10],
    ],
    outline: [
      "# I Hạ tầng",
      "  1 Mạng 10",
      "  = Cộng mục I 10",
      "# II Ứng dụng",
      "  1 Văn bản 10",
      "  = Cộng mục II 10",
    ],
  },
  "“Cộng (I)” in the number column": {
    rows: [
      heading("I", "Hạ tầng"),
      item(1, "Mạng"),
      ["Cộng (I)", null, null, null, 10],
      heading("II", "Ứng dụng"),
      item(1, "Văn bản"),
      ["Cộng (II)", null, null, null, 10],
    ],
    outline: ["# I Hạ tầng", "  1 Mạng 10", "  = Cộng (I) 10", "# II Ứng dụng", "  1 Văn bản 10", "  = Cộng (II) 10"],
  },
  "“Tổng nhóm I” and a total of all": {
    rows: [
      heading("I", "Hạ tầng"),
      item(1, "Mạng"),
      [null, "Tổng nhóm I", null, null, 10],
      [null, "Tổng cộng (I+II)", null, null, 10],
    ],
    outline: ["# I Hạ tầng", "  1 Mạng 10", "  = Tổng nhóm I 10", "== Tổng cộng (I+II) 10"],
  },
  "“Cộng” after each section": {
    rows: [
      heading("I", "Hạ tầng"),
      item(1, "Mạng"),
      [null, "Cộng", null, null, 10],
      heading("II", "Ứng dụng"),
      item(1, "Văn bản"),
      [null, "Cộng", null, null, 10],
      total(20),
    ],
    outline: [
      "# I Hạ tầng",
      "  1 Mạng 10",
      "  = Cộng 10",
      "# II Ứng dụng",
      "  1 Văn bản 10",
      "  = Cộng 10",
      "== TỔNG CỘNG 20",
    ],
  },
  "of a section with items of items": {
    rows: [heading("I", "Hạ tầng"), item(1, "Mạng", null), item("a)", "Cáp"), [null, "Cộng mục I", null, null, 10]],
    outline: ["# I Hạ tầng", "  # 1 Mạng", "    a Cáp 10", "  = Cộng mục I 10"],
  },
};

const TOTALS: Readonly<Record<string, Case>> = {
  first: { rows: [total(20), item(1, "Mạng"), item(2, "Máy")], outline: ["== TỔNG CỘNG 20", "1 Mạng 10", "2 Máy 10"] },
  "first, without a label (Nghệ An 2017)": {
    rows: [[null, null, null, null, 20], item(1, "Mạng"), item(2, "Máy")],
    outline: ["== 20", "1 Mạng 10", "2 Máy 10"],
  },
  "last, without a label": {
    rows: [item(1, "Mạng"), item(2, "Máy"), [null, null, null, null, 20]],
    outline: ["1 Mạng 10", "2 Máy 10", "== 20"],
  },
  missing: { rows: [item(1, "Mạng"), item(2, "Máy")], outline: ["1 Mạng 10", "2 Máy 10"] },
  "both first and last": {
    rows: [total(20), item(1, "Mạng"), item(2, "Máy"), [null, "Cộng", null, null, 20]],
    outline: ["== TỔNG CỘNG 20", "1 Mạng 10", "2 Máy 10", "== Cộng 20"],
  },
};

const LABELS = [
  "Tổng",
  "Tổng cộng",
  "TỔNG KINH PHÍ",
  "TỔNG/BÌNH QUÂN",
  "Tổng số:",
  "Cộng",
  "TỔNG CỘNG (I+II)",
  "Tổng kinh phí thực hiện",
  "Tổng cộng năm 2020",
  "  tổng   cộng ",
];

const BROKEN: Readonly<Record<string, Case>> = {
  "a name over two rows": {
    rows: [item(1, "Nâng cấp mạng của"), [null, "văn phòng tỉnh"], item(2, "Máy")],
    outline: ["1 Nâng cấp mạng của văn phòng tỉnh 10", "2 Máy 10"],
  },
  "a name over three rows": {
    rows: [item(1, "Nâng cấp"), [null, "mạng của"], [null, "văn phòng"], item(2, "Máy")],
    outline: ["1 Nâng cấp mạng của văn phòng 10", "2 Máy 10"],
  },
  "a name over a page break, in capitals after it": {
    rows: [item(1, "Nâng cấp mạng của"), HEADER, [null, "Văn phòng UBND tỉnh"], item(2, "Máy")],
    outline: ["1 Nâng cấp mạng của Văn phòng UBND tỉnh 10", "2 Máy 10"],
  },
  "nothing: a heading without a number begins with a capital": {
    rows: [item(1, "Nâng cấp mạng"), [null, "Ứng dụng"], item(1, "Máy")],
    outline: ["1 Nâng cấp mạng 10", "# Ứng dụng", "  1 Máy 10"],
  },
  "nothing: a new item has money": {
    rows: [item(1, "Mạng"), [null, "máy chủ", null, null, 10]],
    outline: ["1 Mạng 10", "máy chủ 10"],
  },
};

const NOT_ROWS: Readonly<Record<string, readonly Row[]>> = {
  "blank rows": [[], [null, ""], []],
  "rows with a number and nothing else": [[3], [4], ["5."], ["VI"], ["-"]],
  "a note": [["Ghi chú: số liệu tạm tính"], [null, "Theo báo cáo của các đơn vị"]],
  "a note in the name column": [[null, "Lưu ý: chưa gồm dự phòng"]],
  "the sum in words": [["(Bằng chữ: Hai mươi đồng)"]],
  "place and date, signatures under them": [
    [null, "Ngày 12 tháng 5 năm 2020"],
    [null, "NGƯỜI LẬP BIỂU", null, null, "GIÁM ĐỐC"],
    [null, "Nguyễn Văn A", null, null, "Trần Văn B"],
  ],
  "a signature": [
    [null, "Người lập"],
    [null, "Nguyễn Văn A"],
  ],
  "an office's signature": [["TM. ỦY BAN NHÂN DÂN"], ["KT. CHỦ TỊCH"], ["Trần Văn B"]],
  "the list of recipients": [["Nơi nhận:"], ["- Bộ TTTT;"], ["- Lưu: VT."]],
  "the header printed again": [HEADER],
};

describe("rows of a table", () => {
  const check = (title: string, cases: Readonly<Record<string, Case>>): void => {
    for (const [name, { rows, outline: expected }] of Object.entries(cases)) {
      it(`${title} ${name}`, () => {
        assert.deepEqual(outline(appendixOf(rows)), expected);
      });
    }
  };
  check("levels:", LEVELS);
  check("subtotals", SUBTOTALS);
  check("the total,", TOTALS);
  check("joins", BROKEN);

  for (const label of LABELS) {
    it(`knows "${label}" as the total, in the number column and in the name's`, () => {
      for (const row of [
        [label, null],
        [null, label],
      ]) {
        const { rows } = appendixOf([item(1, "Mạng"), item(2, "Máy"), [...row, null, null, 20]]);
        assert.deepEqual(
          rows.map(({ kind }) => kind),
          ["lineItem", "lineItem", "grandTotal"],
        );
      }
    });
  }
  for (const name of [
    "Tổng hợp số liệu",
    "Cộng đồng số",
    "Tổng đài 1022",
    "Tổng thể kiến trúc",
    "Cổng dịch vụ công",
    "Bình quân số hóa",
  ]) {
    it(`knows "${name}" as an item`, () => {
      assert.deepEqual(outline(appendixOf([item("-", name), item(null, name), total(20)])), [
        `- ${name} 10`,
        `${name} 10`,
        "== TỔNG CỘNG 20",
      ]);
    });
  }
  for (const [name, rows] of Object.entries(NOT_ROWS)) {
    it(`reads no row from ${name} under the table`, () => {
      const items = [item(1, "Mạng"), item(2, "Máy"), total(20)];
      assert.deepEqual(outline(appendixOf([...items, ...rows])), outline(appendixOf(items)));
      assert.deepEqual(brief(checkWorkbook([sheetOf([...items, [], ...rows])]).findings), []);
    });
  }
  for (const name of [
    "Ghi chú dữ liệu",
    "Giám đốc điều hành",
    "Kế toán thuế điện tử",
    "Trong đó có 5 xã",
    "Nơi nhận hồ sơ",
  ]) {
    it(`does not end at an item named "${name}"`, () => {
      assert.deepEqual(outline(appendixOf([item(1, name), item(2, "Máy")])), [`1 ${name} 10`, "2 Máy 10"]);
    });
  }
});

describe("texts of a row", () => {
  it("come from their columns, trimmed", () => {
    const [row] = appendixOf([[1, "  Mạng\n cục bộ ", " Sở\u00a0TT&TT ", "2021 -\n2022", 10, " xem  sau "]]).rows;
    assert.equal(row?.name, "Mạng cục bộ");
    assert.deepEqual(row.texts, { leadAgency: "Sở TT&TT", period: "2021 - 2022", note: "xem sau" });
    assert.deepEqual([row.period?.from, row.period?.to], [2021 * 12, 2022 * 12 + 11]);
  });
  it("are joined over two rows", () => {
    const [row, next] = appendixOf([
      [1, "Mạng", "Sở Thông tin", 2021, 10],
      [null, null, "và Truyền thông"],
      item(2, "Máy"),
    ]).rows;
    assert.equal(row?.texts["leadAgency"], "Sở Thông tin và Truyền thông");
    assert.equal(next?.name, "Máy");
  });
  it("give a date of Excel as its month", () => {
    const at = `D${String(FIRST_ROW)}`;
    const [row] = appendixOf([[1, "Mạng", "Sở TT&TT", 44_348, 10]], { formats: { [at]: "mm/yyyy" } }).rows;
    assert.equal(row?.texts["period"], "6/2021");
    assert.equal(row.period?.from, 2021 * 12 + 5);
  });
  it("give a percentage as it is shown", () => {
    const sheet = [...TARGETS.slice(0, 2), [1, "Tỷ lệ hồ sơ trực tuyến", 0.205, "Quý 4/2020"]];
    const [reading] = readSheet(gridOf(sheet, { formats: { C3: "0.0%" } }), null).readings;
    assert.equal(reading?.appendix.rows[0]?.texts["target"], "20.5%");
  });
});

describe("groups in the number column", () => {
  it("“I. CÁC SỞ, NGÀNH TỈNH” is number and name", () => {
    const rows = [
      ["I. CÁC SỞ, NGÀNH TỈNH"],
      item(1, "Mạng"),
      ["II. CÁC HUYỆN"],
      item(2, "Máy"),
      ["III - Khác"],
      item(3, "Dây"),
    ];
    assert.deepEqual(outline(appendixOf(rows)), [
      "# I CÁC SỞ, NGÀNH TỈNH",
      "  1 Mạng 10",
      "# II CÁC HUYỆN",
      "  2 Máy 10",
      "# III Khác",
      "  3 Dây 10",
    ]);
  });
  it("they may carry subtotals", () => {
    const rows = [
      ["I. TỈNH", null, null, null, 20],
      item(1, "Mạng"),
      item(2, "Máy"),
      ["II. HUYỆN", null, null, null, 10],
      item(3, "Dây"),
      total(30),
    ];
    assert.deepEqual(brief(checkWorkbook([sheetOf(rows)]).findings), []);
  });
});

describe("“Trong đó”", () => {
  it("makes the rows below a part of the row above, which may be larger", () => {
    const rows = [
      item(1, "Mạng", 10),
      [null, "Trong đó:"],
      ["-", "Cáp", null, null, 6],
      ["-", "Thiết bị", null, null, 3],
      item(2, "Máy"),
      total(20),
    ];
    assert.deepEqual(outline(appendixOf(rows)).slice(0, 3), ["# 1 Mạng (partly) 10", "  - Cáp 6", "  - Thiết bị 3"]);
    assert.deepEqual(brief(checkWorkbook([sheetOf(rows)]).findings), []);
  });
  it("but not smaller", () => {
    const rows = [item(1, "Mạng", 5), [null, "Trong đó:"], ["-", "Cáp", null, null, 6], item(2, "Máy"), total(15)];
    assert.match(brief(checkWorkbook([sheetOf(rows)]).findings).join(), /section-sum-mismatch/);
  });
});

describe("hidden rows and columns", () => {
  const rows = [item(1, "Mạng"), item(2, "Máy"), item(3, "Dây"), total(30)];
  const hidden = (options: GridOptions): string[] => brief(checkWorkbook([sheetOf(rows, options)]).findings);
  const second = FIRST_ROW + 1;

  it("are read as the others, and their figures told", () => {
    assert.deepEqual(outline(appendixOf(rows, { hiddenRows: [second] })), outline(appendixOf(rows)));
    assert.deepEqual(hidden({ hiddenRows: [second] }), [`hidden-amount@E${String(second)}`]);
    assert.equal(hidden({ hiddenColumns: [4] }).length, 1);
  });
  it("are not told where they hold no figure", () => {
    assert.deepEqual(hidden({ hiddenRows: [1, 2], hiddenColumns: [2, 5] }), []);
  });
});

describe("two tables on one sheet", () => {
  it("are two appendices, each with its rows and unit", () => {
    const sheet = gridOf([...TARGETS, [], ...TITLES, HEADER, item(1, "Mạng"), item(2, "Máy"), total(20)]);
    const { sheets, findings } = checkWorkbook([sheet]);
    assert.deepEqual(
      sheets.map(({ appendix }) => [appendix?.form, appendix?.unit, appendix?.headerRow]),
      [
        ["targets", null, 2],
        ["project-list-single-amount", "dong", 9],
      ],
    );
    const [, list] = sheets;
    assert.deepEqual(list?.appendix && outline(list.appendix), ["1 Mạng 10", "2 Máy 10", "== TỔNG CỘNG 20"]);
    assert.deepEqual(brief(findings), []);
  });
});
