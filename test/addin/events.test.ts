import assert from "node:assert/strict";
import type { HostEvent } from "../../addin/host/port.ts";
import { bookOf, joinExcel, LINES, plain, settle, valueOf, type Joined } from "./excel.ts";

const SHEET = "Phụ lục";

/** An event without its sheet, short: "cells-changed C2 officer 300>310". */
function say(event: HostEvent): string {
  switch (event.kind) {
    case "cells-changed":
      return [
        event.kind,
        event.cells,
        event.by,
        event.before === undefined ? "" : `${String(event.before)}>${String(event.after)}`,
      ]
        .join(" ")
        .trim();
    case "cells-moved":
      return `${event.kind} ${event.move.axis} ${String(event.move.at)} ${String(event.move.count)} ${event.by}`;
    case "selected":
      return `${event.kind} ${event.cells}`;
    default:
      return event.kind;
  }
}

async function tellOf(act: (excel: Joined) => void, apiVersion = 14): Promise<readonly string[]> {
  const excel = await joinExcel(bookOf(LINES), { apiVersion });
  const told: string[] = [];
  valueOf(
    await excel.port.listen((event) => {
      told.push(say(event));
    }),
  );
  act(excel);
  await settle();
  return told;
}

describe("what happens in Excel is told", () => {
  const cases: readonly [says: string, act: (excel: Joined) => void, told: readonly string[]][] = [
    [
      "a figure typed",
      ({ user }) => {
        user.types("C2", 310);
      },
      ["cells-changed C2 officer 300>310", "calculated"],
    ],
    [
      "a text typed where no formula looks",
      ({ user }) => {
        user.types("B2", "Mạng");
      },
      ["cells-changed B2 officer Nâng cấp mạng>Mạng"],
    ],
    [
      "cells pasted",
      ({ user }) => {
        user.pastes("B2", [
          ["a", 1],
          ["b", 2],
        ]);
      },
      ["cells-changed B2:C3 officer", "calculated"],
    ],
    [
      "cells cleared",
      ({ user }) => {
        user.clears("C2");
      },
      ["cells-changed C2 officer 300>", "calculated"],
    ],
    [
      "rows put in",
      ({ user }) => {
        user.insertsRows(SHEET, 3, 2);
      },
      ["cells-moved rows 3 2 officer", "calculated"],
    ],
    [
      "a row taken out",
      ({ user }) => {
        user.deletesRows(SHEET, 2);
      },
      ["cells-moved rows 2 -1 officer", "calculated"],
    ],
    [
      "a column put in",
      ({ user }) => {
        user.insertsColumns(SHEET, "B");
      },
      ["cells-moved columns 1 1 officer", "calculated"],
    ],
    [
      "columns taken out",
      ({ user }) => {
        user.deletesColumns(SHEET, "A", 2);
      },
      ["cells-moved columns 0 -2 officer", "calculated"],
    ],
    [
      "rows hidden",
      ({ user }) => {
        user.hidesRows(SHEET, 2, 3);
      },
      ["sheet-changed"],
    ],
    [
      "a cell selected",
      ({ user }) => {
        user.selects("B2:C3");
      },
      ["selected B2:C3"],
    ],
    [
      "a sheet put in and taken out",
      ({ user }) => {
        user.addsSheet("Khác");
        user.deletesSheet("Khác");
      },
      ["sheets-changed", "sheets-changed"],
    ],
    [
      "AutoSave turned on",
      ({ user }) => {
        user.turnsAutoSave(true);
      },
      ["autosave-switched"],
    ],
    [
      "something undone",
      ({ user }) => {
        user.types("C2", 310);
        user.undoes();
      },
      ["cells-changed C2 officer 300>310", "calculated", "cells-changed C2 officer", "calculated"],
    ],
  ];
  for (const [says, act, told] of cases) {
    it(says, async () => {
      assert.deepEqual(await tellOf(act), told);
    });
    it(`${says}, with ExcelApi 1.11`, async () => {
      assert.deepEqual(await tellOf(act, 11), told);
    });
  }
});

describe("listening", () => {
  it("can be stopped, by one and by all", async () => {
    const { port, user, host } = await joinExcel(bookOf(LINES));
    const told: string[] = [];
    const stop = valueOf(await port.listen(() => told.push("first")));
    valueOf(await port.listen(() => told.push("second")));
    stop();
    user.types("B2", "a");
    await settle();
    assert.deepEqual(told, ["second"]);
    await port.close();
    user.types("B2", "b");
    await settle();
    assert.deepEqual([told, host.events.listenerCount], [["second"], 0]);
  });
  it("names sheets by the id that the list of sheets gives", async () => {
    const { port, user } = await joinExcel(bookOf(LINES));
    const [sheet] = valueOf(await port.listSheets());
    const told: unknown[] = [];
    valueOf(await port.listen((event) => told.push("sheet" in event ? event.sheet : null)));
    user.types("B2", "a");
    await settle();
    assert.deepEqual(plain(told), [sheet?.id]);
  });
});

describe("after rows were put in above a merged cell", () => {
  for (const occasion of ["background", "asked"] as const) {
    it(`it is known where it is now, ${occasion}`, async () => {
      const book = bookOf(LINES);
      const [sheet] = book.sheets;
      assert.ok(sheet);
      sheet.merged = [{ top: 2, left: 1, bottom: 3, right: 1 }];
      const { port, user } = await joinExcel(book);
      valueOf(await port.listen(() => undefined));
      valueOf(await port.readSheet(SHEET, "asked"));
      user.insertsRows(SHEET, 1, 2);
      await settle();
      const read = valueOf(await port.readSheet(SHEET, occasion));
      assert.deepEqual(plain(read.merged), [{ top: 4, left: 1, bottom: 5, right: 1 }]);
    });
  }
});
