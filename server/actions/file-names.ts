/** Names under which things are saved: Vietnamese, and safe on every system. */

/** "Tổng hợp Kế hoạch 2016-2020 lúc 05-03-2026.xlsx" */
export const saveName = (parts: readonly string[], ending: string): string => {
  const name = parts
    .filter((part) => part !== "")
    .join(" - ")
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, "-")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);
  return `${name === "" ? "phu-luc" : name}.${ending}`;
};

/** A workbook's own name, safe on every system: "KẾ HOẠCH.XLSM" stays one with macros. */
export function savedWorkbookName(name: string): string {
  const [, stem = name, ending = "xlsx"] = /^(.*)\.(xls[xm])$/i.exec(name) ?? [];
  return saveName([stem], ending.toLowerCase());
}

/** With macros, which nobody here runs. */
export const XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
