import type { Area } from "../../../shared/grid.ts";
import { cellsOf, printArea, quoteSheet } from "../address.ts";
import type { HostObject } from "../host-object.ts";
import type { SimulatedHost } from "../host.ts";
import type { Sheet } from "../sheet.ts";
import { conditionalFormatsObject } from "./conditional-formats.ts";
import { rangeObject } from "./range.ts";
import { MOST_ADDRESS_CHARACTERS, worksheetObject } from "./worksheet.ts";

export function rangeAreasObject(host: SimulatedHost, sheet: Sheet, areas: readonly Area[]): HostObject {
  const address = (): string => areas.map((area) => `${quoteSheet(sheet.name)}!${printArea(area)}`).join(",");
  const items = (): readonly HostObject[] => areas.map((area) => rangeObject(host, sheet, area));
  return {
    type: "RangeAreas",
    get: {
      Address: () => address().slice(0, MOST_ADDRESS_CHARACTERS),
      AreaCount: () => areas.length,
      CellCount: () => areas.reduce((count, area) => count + cellsOf(area), 0),
    },
    nav: {
      Worksheet: () => worksheetObject(host, sheet),
      Areas: () => ({ type: "RangeCollection", items, methods: { GetItemAt: (index) => items()[Number(index)] } }),
      ConditionalFormats: () => conditionalFormatsObject(host, sheet, areas),
    },
  };
}
