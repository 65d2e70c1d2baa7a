/** A workbook, the Excel and the Office around it, and the officer before it; a page or a test adds the library. */
import { SimulatedHost } from "./host.ts";
import { officeOf } from "./office.ts";
import { Transport } from "./transport.ts";
import { User } from "./user.ts";
import type { Workbook } from "./workbook.ts";

const MEGABYTE = 1024 * 1024;

export interface ExcelOptions {
  /** ExcelApi 1.11, 1.14, 1.15: the number after the dot. */
  readonly apiVersion?: number;
  readonly payloadLimit?: number;
  /** The newest Excels keep the user's undo while an add-in writes. */
  readonly keepsUndo?: boolean;
  /** Office opens dialogs and the browser's windows; without it, the page has to. */
  readonly hasWindows?: boolean;
}

export interface Simulated {
  readonly book: Workbook;
  readonly host: SimulatedHost;
  /** Its bridge is what the library must find as `_richApiNativeBridge` when it is loaded. */
  readonly transport: Transport;
  readonly user: User;
  readonly office: typeof Office;
}

export function simulate(book: Workbook, options: ExcelOptions = {}): Simulated {
  const { apiVersion = 14, payloadLimit = 5 * MEGABYTE, keepsUndo = false, hasWindows = true } = options;
  const host = new SimulatedHost(book, { apiVersion, keepsUndo });
  const transport = new Transport(host, { payloadLimit });
  return { book, host, transport, user: new User(host, transport), office: officeOf(host, { hasWindows }) };
}
