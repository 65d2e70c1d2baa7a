import type { Area } from "../../../shared/grid.ts";
import { cellsOf, meet } from "../address.ts";
import type { HostObject } from "../host-object.ts";
import type { SimulatedHost } from "../host.ts";
import type { Sheet, Validation } from "../sheet.ts";

/** "None", the kind where all cells have the same rule, "Inconsistent" where only some have it, "MixedCriteria" for several. */
export function dataValidationObject(host: SimulatedHost, sheet: Sheet, area: Area): HostObject {
  const here = (): readonly Validation[] => sheet.validations.filter(({ areas }) => areas.some((a) => meet(a, area)));
  const kind = (): string => {
    const [first, second] = here();
    if (!first) return "None";
    if (second) return "MixedCriteria";
    return coveredCells(first, area) === cellsOf(area) ? kindOf(first) : "Inconsistent";
  };
  const clear = (): void => {
    host.refuseProtected(sheet);
    for (const validation of here()) validation.areas = validation.areas.flatMap((other) => without(other, area));
    sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
    host.book.isDirty = true;
  };
  return {
    type: "DataValidation",
    get: {
      Type: kind,
      Rule: () => (["None", "MixedCriteria", "Inconsistent"].includes(kind()) ? null : here()[0]?.rule),
    },
    set: {
      Rule: (rule) => {
        clear();
        sheet.validations.push({ areas: [area], rule: rule as Readonly<Record<string, unknown>> });
      },
    },
    methods: { Clear: clear },
  };
}

const kindOf = ({ rule }: Validation): string => {
  const [name = "none"] = Object.keys(rule);
  return name.charAt(0).toUpperCase() + name.slice(1);
};

const coveredCells = ({ areas }: Validation, area: Area): number =>
  areas
    .filter((other) => meet(other, area))
    .reduce(
      (sum, other) =>
        sum +
        cellsOf({
          top: Math.max(other.top, area.top),
          left: Math.max(other.left, area.left),
          bottom: Math.min(other.bottom, area.bottom),
          right: Math.min(other.right, area.right),
        }),
      0,
    );

/** What of an area lies outside another: at most four pieces. */
export function without(area: Area, hole: Area): readonly Area[] {
  if (!meet(area, hole)) return [area];
  const top = Math.max(area.top, hole.top);
  const bottom = Math.min(area.bottom, hole.bottom);
  const pieces: Area[] = [
    { ...area, bottom: top - 1 },
    { ...area, top: bottom + 1 },
    { ...area, top, bottom, right: hole.left - 1 },
    { ...area, top, bottom, left: hole.right + 1 },
  ];
  return pieces.filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}
