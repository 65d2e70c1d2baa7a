/** The simulated Excel with the real library that speaks with it. */
import { loadLibrary, type Library } from "./load-library.ts";
import { simulate, type ExcelOptions, type Simulated } from "./simulate.ts";
import type { Workbook } from "./workbook.ts";

export type { ExcelOptions } from "./simulate.ts";

export type SimulatedExcel = Library & Omit<Simulated, "office">;

export function openExcel(book: Workbook, options: ExcelOptions = {}): SimulatedExcel {
  const { office, ...simulated } = simulate(book, options);
  return { ...loadLibrary(simulated.transport.bridge, office), ...simulated };
}
