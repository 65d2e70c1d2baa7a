/** The columns that blank forms are made of. */

export type TemplateKind = "number" | "name" | "text" | "period" | "continuity" | "amount" | "count" | "ratio";

export interface TemplateColumn {
  readonly kind: TemplateKind;
  readonly title: string;
  /** Said on the heading's cell. */
  readonly note: string | null;
  readonly width: number;
  /** Of a count: what the form calls it, by which ratios name it. */
  readonly measure: string | null;
  readonly ratio: { readonly of: string; readonly per: string } | null;
}

/** Columns under one heading; a heading of "" is the column's own. */
export interface TemplateHeading {
  readonly title: string;
  readonly columns: readonly TemplateColumn[];
}

const column = (kind: TemplateKind, title: string, width: number): TemplateColumn => ({
  kind,
  title,
  note: NOTES[kind],
  width,
  measure: null,
  ratio: null,
});

const NOTES: Readonly<Record<TemplateKind, string | null>> = {
  number: "Ghi I, II, III… cho mục lớn; 1, 2, 3… cho từng dòng.",
  name: null,
  text: null,
  period: "Ghi năm (2026), khoảng năm (2026-2028), quý (Quý 4/2026) hoặc tháng (6/2026).",
  continuity: "Chọn trong danh sách.",
  amount: "Chỉ ghi số, theo đơn vị tính ghi ở trên. Để trống nếu không có.",
  count: "Ghi số nguyên.",
  ratio: "Tự tính từ các cột bên trái.",
};

const alone = (one: TemplateColumn): TemplateHeading => ({ title: "", columns: [one] });

export const numberColumn = (title: string): TemplateHeading => alone(column("number", title, 7));
export const nameColumn = (title: string): TemplateHeading => alone(column("name", title, 46));
export const textColumn = (title: string, width = 22): TemplateHeading => alone(column("text", title, width));
export const periodColumn = (title: string): TemplateHeading => alone(column("period", title, 14));
export const continuityColumn = (title: string): TemplateHeading => alone(column("continuity", title, 20));
export const amountColumn = (title: string): TemplateHeading => alone(column("amount", title, 16));
export const amountColumns = (title: string, ...titles: readonly string[]): TemplateHeading => ({
  title,
  columns: titles.map((one) => column("amount", one, 14)),
});
export const textColumns = (title: string, ...titles: readonly string[]): TemplateHeading => ({
  title,
  columns: titles.map((one) => column("text", one, 20)),
});

/** A measure and the heading over it. */
type Measure = readonly [measure: string, title: string];

const countOf = ([measure, title]: Measure, width: number): TemplateColumn => ({
  ...column("count", title, width),
  measure,
});

export const countColumn = (...measure: Measure): TemplateHeading => alone(countOf(measure, 12));
export const countColumns = (title: string, ...measures: readonly Measure[]): TemplateHeading => ({
  title,
  columns: measures.map((measure) => countOf(measure, 12)),
});
export const ratioColumn = (title: string, of: string, per: string): TemplateHeading =>
  alone({ ...column("ratio", title, 14), ratio: { of, per } });
