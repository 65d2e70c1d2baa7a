/// <reference types="office-js" />
/** The Office around Excel: what it supports, and the calls beside the workbook that cost the user the undo. */
import type { SimulatedHost } from "./host.ts";

const saidVersion = (version: string): number => Number(version.split(".")[1] ?? 0);

export function officeOf({ apiVersion, book, keepsUndo }: SimulatedHost): typeof Office {
  const isSetSupported = (name: string, version = "1.1"): boolean => {
    if (name === "ExcelApi") return saidVersion(version) <= apiVersion;
    return name === "DelayForCellEdit" || (name === "ExcelUndoApiAll" && keepsUndo);
  };
  const settings = {
    get: (name: string) => book.settings.get(name) ?? null,
    set: (name: string, value: unknown) => book.settings.set(name, value),
    saveAsync: (tell?: (result: unknown) => void) => {
      book.undo.clear("settings.saveAsync");
      book.isDirty = true;
      tell?.({ status: "succeeded" });
    },
  };
  const requestUpdate = (): Promise<void> => {
    book.undo.clear("ribbon.requestUpdate");
    return Promise.resolve();
  };
  const office = {
    onReady: () => Promise.resolve({ host: "Excel", platform: "PC" }),
    context: { requirements: { isSetSupported }, displayLanguage: "vi-VN", document: { settings } },
    ribbon: { requestUpdate },
  };
  return office as unknown as typeof Office;
}
