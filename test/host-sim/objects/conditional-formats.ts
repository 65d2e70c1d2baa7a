import type { Area } from "../../../shared/grid.ts";
import { meet } from "../address.ts";
import { itemNotFound } from "../host-error.ts";
import type { HostObject } from "../host-object.ts";
import type { SimulatedHost } from "../host.ts";
import type { ConditionalFormat, Sheet } from "../sheet.ts";
import { rangeAreasObject } from "./range-areas.ts";

export function conditionalFormatsObject(host: SimulatedHost, sheet: Sheet, areas: readonly Area[]): HostObject {
  const here = (): readonly ConditionalFormat[] =>
    sheet.conditionalFormats.filter((format) => format.areas.some((area) => areas.some((asked) => meet(area, asked))));
  const find = (id: unknown): ConditionalFormat | undefined => here().find((format) => format.id === id);
  return {
    type: "ConditionalFormatCollection",
    items: () => here().map((format) => formatObject(host, sheet, format)),
    indexer: (id) => {
      const format = find(id);
      if (!format) throw itemNotFound(id);
      return formatObject(host, sheet, format);
    },
    methods: {
      GetCount: () => here().length,
      Add: (kind) => {
        host.refuseProtected(sheet);
        if (kind !== "Custom") throw itemNotFound(`conditional formats of the kind ${String(kind)}`);
        const format = { id: host.book.newId(), areas, formula: "", fill: "" };
        // The newest has the highest priority.
        sheet.conditionalFormats.unshift(format);
        host.book.isDirty = true;
        return formatObject(host, sheet, format);
      },
    },
  };
}

function formatObject(host: SimulatedHost, sheet: Sheet, format: ConditionalFormat): HostObject {
  const custom = (): HostObject => customObject(host, format);
  return {
    type: "ConditionalFormat",
    id: format.id,
    get: { Id: () => format.id, Type: () => "Custom", Priority: () => sheet.conditionalFormats.indexOf(format) },
    nav: { Custom: custom, CustomOrNullObject: custom },
    methods: {
      GetRanges: () => rangeAreasObject(host, sheet, format.areas),
      Delete: () => {
        host.refuseProtected(sheet);
        sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
        host.book.isDirty = true;
      },
    },
  };
}

const customObject = (host: SimulatedHost, format: ConditionalFormat): HostObject => ({
  type: "CustomConditionalFormat",
  nav: {
    Rule: () => ({
      type: "ConditionalFormatRule",
      get: { Formula: () => format.formula },
      set: {
        Formula: (formula) => {
          format.formula = String(formula);
          host.book.isDirty = true;
        },
      },
    }),
    Format: () => ({
      type: "ConditionalRangeFormat",
      nav: {
        Fill: () => ({
          type: "ConditionalRangeFill",
          get: { Color: () => format.fill },
          set: {
            Color: (color) => {
              format.fill = String(color);
            },
          },
        }),
      },
    }),
  },
});
