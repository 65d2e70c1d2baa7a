/** A workbook, the Excel around it, the real library that speaks with it, and the officer before it. */
import { SimulatedHost } from "./host.ts";
import { loadLibrary, type Library } from "./load-library.ts";
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
}

export interface SimulatedExcel extends Library {
  readonly book: Workbook;
  readonly host: SimulatedHost;
  readonly transport: Transport;
  readonly user: User;
}

export function openExcel(book: Workbook, options: ExcelOptions = {}): SimulatedExcel {
  const { apiVersion = 14, payloadLimit = 5 * MEGABYTE, keepsUndo = false } = options;
  const host = new SimulatedHost(book, { apiVersion, keepsUndo });
  const transport = new Transport(host, { payloadLimit });
  const library = loadLibrary(transport.bridge, officeOf(host));
  return { ...library, book, host, transport, user: new User(host, transport) };
}
