/** A cell of a sheet as addresses and drafts write it: "PL1!G12"; "PL1!" for the sheet as a whole, "" for all of it. */
export interface CellPlace {
  readonly sheet: string;
  /** "" for the sheet as a whole. */
  readonly cell: string;
}

export const writePlace = ({ sheet, cell }: CellPlace): string => (sheet === "" ? "" : `${sheet}!${cell}`);

/** Names of sheets may hold a "!", cells can't. */
export function readPlace(text: string): CellPlace {
  const cut = text.lastIndexOf("!");
  return cut < 0 ? { sheet: "", cell: "" } : { sheet: text.slice(0, cut), cell: text.slice(cut + 1) };
}
