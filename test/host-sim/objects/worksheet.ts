import { parseArea, WHOLE_SHEET } from "../address.ts";
import type { HostObject } from "../host-object.ts";
import type { SimulatedHost } from "../host.ts";
import type { Sheet } from "../sheet.ts";
import { rangeAreasObject } from "./range-areas.ts";
import { rangeObject, usedRange } from "./range.ts";

/** Addresses are cut here, silently, in the middle of a cell's name where it falls so. */
export const MOST_ADDRESS_CHARACTERS = 8_192;

export function worksheetObject(host: SimulatedHost, sheet: Sheet): HostObject {
  const { book } = host;
  return {
    type: "Worksheet",
    id: sheet.id,
    get: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Position: () => book.sheets.indexOf(sheet),
      Visibility: () => sheet.visibility,
    },
    set: {
      Name: (name) => {
        book.rename(sheet, String(name));
      },
    },
    nav: {
      Protection: () => ({ type: "WorksheetProtection", get: { Protected: () => sheet.isProtected } }),
    },
    methods: {
      GetRange: (address) =>
        rangeObject(
          host,
          sheet,
          typeof address === "string" ? parseArea(address.slice(address.lastIndexOf("!") + 1)) : WHOLE_SHEET,
        ),
      GetRangeByIndexes: (...[row, column, rows, columns]) => {
        const [top, left] = [Number(row) + 1, Number(column)];
        return rangeObject(host, sheet, {
          top,
          left,
          bottom: top + Number(rows) - 1,
          right: left + Number(columns) - 1,
        });
      },
      GetCell: (row, column) => {
        const [top, left] = [Number(row) + 1, Number(column)];
        return rangeObject(host, sheet, { top, left, bottom: top, right: left });
      },
      GetRanges: (addresses) => {
        const areas = String(addresses).slice(0, MOST_ADDRESS_CHARACTERS).split(/[,;]/);
        return rangeAreasObject(host, sheet, areas.map(parseArea));
      },
      GetUsedRange: (valuesOnly) => usedRange(host, sheet, { valuesOnly: valuesOnly === true, orNull: false }),
      GetUsedRangeOrNullObject: (valuesOnly) =>
        usedRange(host, sheet, { valuesOnly: valuesOnly === true, orNull: true }),
      Activate: () => {
        host.activate(sheet);
      },
      Delete: () => {
        host.deleteSheet(sheet);
      },
    },
  };
}
