/** The simulated Excel does what Excel is documented to do: what it got wrong, no test of the add-in would notice. */
import assert from "node:assert/strict";
import type { CellValue } from "../../shared/grid.ts";
import { parseArea, printArea } from "../host-sim/address.ts";
import { moveFormula } from "../host-sim/formulas/move.ts";
import { openExcel, type SimulatedExcel } from "../host-sim/simulated-excel.ts";
import { readWritten } from "../host-sim/typing.ts";
import { bookOf, cellOf, LINES, plain, settle } from "./excel.ts";

describe("simulated Excel: what a written value becomes", () => {
  const cases: readonly [input: CellValue, format: string, value: CellValue, formula?: string][] = [
    [12, "General", 12],
    ["12", "General", 12],
    ["1,200", "General", 1200],
    ["1.10", "General", 1.1],
    ["20%", "General", 0.2],
    ["2/3", "General", 46_056],
    ["13/45", "General", "13/45"],
    ["true", "General", true],
    ["Mạng", "General", "Mạng"],
    ["", "General", ""],
    ["=A1", "General", 0, "=A1"],
    ["=", "General", "="],
    ["'=A1", "General", "=A1"],
    ["'1.10", "General", "1.10"],
    ["=A1", "@", "=A1"],
    [12, "@", "12"],
    ["1.10", "@", "1.10"],
  ];
  for (const [input, format, value, formula = null] of cases) {
    it(`${JSON.stringify(input)} in ${format}`, () => {
      assert.deepEqual(readWritten(input, format), { value, formula });
    });
  }
});

describe("simulated Excel: formulas", () => {
  const cells: readonly CellValue[] = [1, 2, "ba", true, "", "=SUBTOTAL(9,A1:A2)"];
  const cases: readonly [formula: string, value: CellValue][] = [
    ["=SUM(A1:A5)", 3],
    ["=SUM(A1,A2,4)", 7],
    ["=SUBTOTAL(9,A1:A6)", 3],
    ["=SUBTOTAL(109,A1:A2)", 3],
    ["=COUNT(A1:A5)", 2],
    ["=COUNTA(A1:A5)", 4],
    ['=IF(COUNT(A5:A5)=0,"",SUM(A1:A2))', ""],
    ['=IF(COUNT(A1:A2)=0,"",SUM(A1:A2))', 3],
    ["=IF(A1>A2,1)", false],
    ["=A1+A2*3-1", 6],
    ["=-A2", -2],
    ["=(A1+A2)/2", 1.5],
    ["=A1/0", "#DIV/0!"],
    ["=A1/0+1", "#DIV/0!"],
    ["=A3+1", "#VALUE!"],
    ["=ROUND(2.345,2)", 2.35],
    ["=ROUND(-1.5,0)", -2],
    ['=A1&" dự án"', "1 dự án"],
    ["=50%", 0.5],
    ["=$A$1+Phụ!A1", 2],
    ["='Phụ'!A1+1", 2],
    ["=A1<>A2", true],
  ];
  for (const [formula, value] of cases) {
    it(`${formula} is ${JSON.stringify(value)}`, () => {
      const book = bookOf(cells.map((cell) => [cell]));
      const second = book.addSheet("Phụ");
      const one = { top: 1, left: 0, bottom: 1, right: 0 };
      book.write(second, one, () => 1);
      const [sheet] = book.sheets;
      assert.ok(sheet);
      book.write(sheet, { top: 1, left: 4, bottom: 1, right: 4 }, () => formula);
      assert.equal(sheet.cell(1, 4).value, value);
    });
  }
  it("of functions it does not know keep what they had", () => {
    const { book, user } = openExcel(bookOf([[1, "=VLOOKUP(A1,A1:B2,2)"]]));
    book.sheets[0]?.put(1, 1, { value: 7 });
    user.types("A1", 2);
    assert.equal(cellOf({ book }, 1, 1), 7);
  });
  it("are worked out again through all that depend on them, other sheets too", () => {
    const { book, user } = openExcel(bookOf(LINES));
    const second = book.addSheet("Tổng hợp");
    book.write(second, { top: 1, left: 0, bottom: 1, right: 0 }, () => "='Phụ lục'!C4*2");
    user.types("C2", 400);
    assert.deepEqual([cellOf({ book }, 4, 2), second.cell(1, 0).value], [580, 1160]);
  });
});

describe("simulated Excel: formulas move with rows and columns", () => {
  const rows = (at: number, count: number) => ({ axis: "rows", at, count }) as const;
  const cases: readonly [
    formula: string,
    move: ReturnType<typeof rows> | { axis: "columns"; at: number; count: number },
    now: string,
  ][] = [
    ["=SUM(C2:C3)", rows(2, 1), "=SUM(C3:C4)"],
    ["=SUM(C2:C3)", rows(3, 1), "=SUM(C2:C4)"],
    ["=SUM(C2:C3)", rows(4, 1), "=SUM(C2:C3)"],
    ["=SUM(C2:C3)", rows(3, -1), "=SUM(C2:C2)"],
    ["=C2+C3", rows(3, -1), "=C2+#REF!"],
    ["=$C$2*2", rows(1, 2), "=$C$4*2"],
    ["=C2", { axis: "columns", at: 0, count: 1 }, "=D2"],
    ["='Phụ lục'!C2+Khác!C2", rows(1, 1), "='Phụ lục'!C3+Khác!C2"],
    ['=IF(C2=0,"C2",C2)', rows(1, 1), '=IF(C3=0,"C2",C3)'],
  ];
  for (const [formula, move, now] of cases) {
    it(`${formula} with ${String(move.count)} ${move.axis} at ${String(move.at)} is ${now}`, () => {
      assert.equal(moveFormula(formula, { sheet: "Phụ lục", moved: "Phụ lục", move }), now);
    });
  }
  it("and the sums stay right", () => {
    const { book, user } = openExcel(bookOf(LINES));
    user.insertsRows("Phụ lục", 3);
    user.types("C3", 20);
    assert.equal(cellOf({ book }, 5, 2), 500);
    user.deletesRows("Phụ lục", 2);
    assert.equal(cellOf({ book }, 4, 2), 200);
  });
});

describe("simulated Excel: addresses", () => {
  for (const text of ["A1", "B2:C5", "A:C", "3:4", "XFD1048576"]) {
    it(`${text} is read and printed`, () => {
      assert.equal(printArea(parseArea(text)), text);
    });
  }
  for (const text of ["", "A0", "XFE1", "A1048577", "Phụ lục"]) {
    it(`${text} is none`, () => {
      assert.throws(() => parseArea(text), { code: "InvalidArgument" });
    });
  }
});

describe("simulated Excel: the library and its host", () => {
  const run = <T>({ Excel: excel }: SimulatedExcel, batch: (sheet: Excel.Worksheet) => Promise<T>): Promise<T> =>
    excel.run((context) => batch(context.workbook.worksheets.getItem("Phụ lục")));
  const refused: readonly [says: string, code: string, batch: (sheet: Excel.Worksheet) => unknown][] = [
    ["a property read before it was loaded", "PropertyNotLoaded", (sheet) => sheet.getRange("A1").values],
    ["a table of another size", "InvalidArgument", (sheet) => (sheet.getRange("C2:C3").values = [[1]])],
    ["an address that is none", "InvalidArgument", (sheet) => sheet.getRange("Phụ lục").load("values")],
    [
      "a sheet that is not there",
      "ItemNotFound",
      ({ context }) => (context as Excel.RequestContext).workbook.worksheets.getItem("x").load("name"),
    ],
    ["what came with 1.15, in 1.14", "ApiNotFound", (sheet) => sheet.getRange("A1").getDependents()],
  ];
  for (const [says, code, batch] of refused) {
    it(`refuse ${says}`, async () => {
      const excel = openExcel(bookOf(LINES), { apiVersion: 14 });
      const asked = run(excel, async (sheet) => {
        batch(sheet);
        await sheet.context.sync();
      });
      await assert.rejects(asked, { code });
    });
  }
  const states: readonly [
    says: string,
    code: string,
    bring: (excel: SimulatedExcel) => void,
    batch: (sheet: Excel.Worksheet) => unknown,
  ][] = [
    [
      "anything while a cell is edited",
      "InvalidOperationInCellEditMode",
      ({ user }) => {
        user.beginsEditing();
      },
      (sheet) => sheet.getRange("A1").load("values"),
    ],
    [
      "writing into a protected sheet",
      "AccessDenied",
      ({ user }) => {
        user.protectsSheet("Phụ lục");
      },
      (sheet) => (sheet.getRange("C2").values = [[1]]),
    ],
    [
      "marks on a protected sheet",
      "AccessDenied",
      ({ user }) => {
        user.protectsSheet("Phụ lục");
      },
      (sheet) => sheet.getRange("C2").conditionalFormats.add("Custom"),
    ],
    [
      "selecting while another workbook is in front",
      "InvalidOperation",
      ({ host }) => {
        host.isElsewhere = true;
      },
      (sheet) => {
        sheet.getRange("C2").select();
      },
    ],
    [
      "activating a hidden sheet",
      "InvalidOperation",
      ({ book }) => {
        for (const sheet of book.sheets) sheet.visibility = "Hidden";
      },
      (sheet) => {
        sheet.activate();
      },
    ],
    [
      "writing a part of an array formula",
      "InvalidOperation",
      ({ book }) => {
        for (const sheet of book.sheets) sheet.arrays = [{ top: 2, left: 2, bottom: 3, right: 2 }];
      },
      (sheet) => (sheet.getRange("C2").values = [[1]]),
    ],
    [
      "a picture's cells",
      "InvalidSelection",
      ({ user }) => {
        user.selectsShape();
      },
      ({ context }) => (context as Excel.RequestContext).workbook.getSelectedRanges().load("address"),
    ],
  ];
  for (const [says, code, bring, batch] of states) {
    it(`refuse ${says}`, async () => {
      const excel = openExcel(bookOf(LINES));
      bring(excel);
      const asked = run(excel, async (sheet) => {
        batch(sheet);
        await sheet.context.sync();
      });
      await assert.rejects(asked, { code });
    });
  }
  const writes: readonly [
    says: string,
    keepsUndo: boolean,
    batch: (workbook: Excel.Workbook) => unknown,
    left: boolean,
  ][] = [false, true].flatMap((keepsUndo) => [
    ["a setting", keepsUndo, (workbook: Excel.Workbook) => workbook.settings.add("phuluc.a", 1), keepsUndo],
    [
      "a property",
      keepsUndo,
      (workbook: Excel.Workbook) => {
        workbook.properties.custom.add("PhulucRound", "r1");
      },
      keepsUndo,
    ],
    [
      "saving",
      keepsUndo,
      (workbook: Excel.Workbook) => {
        workbook.save("Save");
      },
      false,
    ],
  ]);
  for (const [says, keepsUndo, batch, left] of writes) {
    it(`${left ? "keep" : "lose"} the undo with ${says}, where Excel ${keepsUndo ? "keeps" : "loses"} it`, async () => {
      const excel = openExcel(bookOf(LINES), { keepsUndo });
      excel.user.types("C2", 310);
      excel.book.isDirty = false;
      await excel.Excel.run(async (context) => {
        batch(context.workbook);
        await context.sync();
      });
      assert.deepEqual([excel.user.undoes(), excel.book.saves], [left, says === "saving" ? 1 : 0]);
      if (says !== "saving") assert.equal(excel.book.isDirty, true);
    });
  }
  it("hand out the workbook's file twice at a time and no more", async () => {
    const { Office: office, host } = openExcel(bookOf(LINES));
    host.desk.file = Uint8Array.of(1, 2, 3);
    const open = (): Promise<Office.AsyncResult<Office.File>> =>
      new Promise((resolve) => {
        office.context.document.getFileAsync(office.FileType.Compressed, { sliceSize: 2 }, resolve);
      });
    const files = [await open(), await open(), await open()];
    assert.deepEqual(
      files.map(({ status }) => String(status)),
      ["succeeded", "succeeded", "failed"],
    );
    assert.equal(files[0]?.value.sliceCount, 2);
    files[0].value.closeAsync();
    assert.equal(String((await open()).status), "succeeded");
  });
  const newer: readonly [version: number, code: string | null][] = [
    [12, "ApiNotFound"],
    [13, null],
  ];
  for (const [apiVersion, code] of newer) {
    it(`merged areas with 1.${String(apiVersion)}: ${code ?? "there"}`, async () => {
      const asked = run(openExcel(bookOf(LINES), { apiVersion }), async (sheet) => {
        sheet.getRange("A1:C4").getMergedAreasOrNullObject().load("address");
        await sheet.context.sync();
      });
      if (code) await assert.rejects(asked, { code });
      else await asked;
    });
  }
  it("refuse what is over 5 MB, either way", async () => {
    const excel = openExcel(bookOf(LINES));
    const [sheet] = excel.book.sheets;
    assert.ok(sheet);
    for (let row = 1; row <= 200; row++) sheet.put(row, 5, { value: "x".repeat(30_000) });
    const reading = run(excel, async (found) => {
      found.getRange("F1:F200").load("values");
      await found.context.sync();
    });
    await assert.rejects(reading, { code: "ResponsePayloadSizeLimitExceeded" });
    const writing = run(excel, async (found) => {
      found.getRange("G1").values = [["x".repeat(6_000_000)]];
      await found.context.sync();
    });
    await assert.rejects(writing, { code: "RequestPayloadSizeLimitExceeded" });
  });
  it("cut addresses at 8192 characters without a word", async () => {
    const excel = openExcel(bookOf(LINES));
    const addresses = Array.from({ length: 1_365 }, (_, index) => `A${String(10_000 + 2 * index)}`).join(",");
    assert.ok(addresses.length > 8_192);
    const count = await run(excel, async (sheet) => {
      const areas = sheet.getRanges(addresses);
      areas.load("areaCount");
      await sheet.context.sync();
      return areas.areaCount;
    });
    assert.ok(count < 1_365);
  });
  it("write a table so large that the library cuts it up", async () => {
    const excel = openExcel(bookOf(LINES));
    await run(excel, async (sheet) => {
      sheet.getRange("A1:D2000").values = Array.from({ length: 2_000 }, (_, row) => [row, row, row, row]);
      await sheet.context.sync();
    });
    assert.deepEqual([cellOf(excel, 1, 0), cellOf(excel, 2_000, 3)], [0, 1_999]);
  });
  it("carry out what stands before a failure", async () => {
    const excel = openExcel(bookOf(LINES));
    const asked = run(excel, async (sheet) => {
      sheet.getRange("C2").values = [[1]];
      sheet.getRange("C3:C4").values = [[1]];
      await sheet.context.sync();
    });
    await assert.rejects(asked, { code: "InvalidArgument" });
    assert.equal(cellOf(excel, 2, 2), 1);
  });
  it("tell a change to the sheet's own handler and to all sheets'", async () => {
    const excel = openExcel(bookOf(LINES));
    const told: string[] = [];
    await excel.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItem("Phụ lục");
      sheet.load("id");
      await context.sync();
      sheet.onChanged.add(({ address }) => {
        told.push(`sheet ${address}`);
        return Promise.resolve();
      });
      worksheets.onChanged.add(({ address, triggerSource }) => {
        told.push(`all ${address} ${triggerSource}`);
        return Promise.resolve();
      });
      await context.sync();
    });
    excel.user.types("C2", 1);
    await settle();
    assert.deepEqual(plain(told), ["sheet C2", "all C2 Unknown"]);
  });
});
