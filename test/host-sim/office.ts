/// <reference types="office-js" />
/** The Office around Excel: what it supports, its windows and files, and the calls that cost the user the undo. */
import { DIALOG_EVENTS, Dialog, type Button, type Desk } from "./desk.ts";
import { getFileAsync } from "./document-file.ts";
import type { SimulatedHost } from "./host.ts";

export interface OfficeOptions {
  /** Dialogs, windows of the browser and a pane that can be brought to the front. */
  readonly hasWindows: boolean;
}

const WINDOWS: readonly string[] = ["DialogApi 1.1", "OpenBrowserWindowApi 1.1", "SharedRuntime 1.1"];

const saidVersion = (version: string): number => Number(version.split(".")[1] ?? 0);

export function officeOf(host: SimulatedHost, { hasWindows }: OfficeOptions): typeof Office {
  const { apiVersion, book, keepsUndo, desk } = host;
  const isSetSupported = (name: string, version = "1.1"): boolean => {
    if (name === "ExcelApi") return saidVersion(version) <= apiVersion;
    // Under this name the library from npm knows what came with 1.17.
    if (name === "ExcelApiOnline") return apiVersion >= 17;
    if (WINDOWS.includes(`${name} ${version}`)) return hasWindows;
    return name === "DelayForCellEdit" || (name === "ExcelUndoApiAll" && keepsUndo);
  };
  const office = {
    EventType: DIALOG_EVENTS,
    FileType: { Compressed: "compressed" },
    onReady: () => Promise.resolve({ host: "Excel", platform: "PC" }),
    context: {
      requirements: { isSetSupported },
      displayLanguage: "vi-VN",
      document: {
        url: book.url,
        settings: settingsOf(host),
        getFileAsync: (_kind: string, ...[options, tell]: FileArguments) => {
          getFileAsync(desk, options, tell);
        },
      },
      ...(hasWindows ? { ui: windowsOf(desk) } : {}),
    },
    actions: {
      associate: (name: string, button: Button) => {
        desk.buttons.set(name, button);
      },
    },
    ...(hasWindows ? { addin: paneOf(desk) } : {}),
    ribbon: {
      requestUpdate: () => {
        book.undo.clear("ribbon.requestUpdate");
        return Promise.resolve();
      },
    },
  };
  return office as unknown as typeof Office;
}

type FileArguments = Parameters<typeof getFileAsync> extends [Desk, ...infer Rest] ? Rest : never;

const settingsOf = ({ book }: SimulatedHost): unknown => ({
  get: (name: string) => book.settings.get(name) ?? null,
  set: (name: string, value: unknown) => book.settings.set(name, value),
  saveAsync: (tell?: (result: unknown) => void) => {
    book.undo.clear("settings.saveAsync");
    book.isDirty = true;
    tell?.({ status: "succeeded" });
  },
});

const paneOf = (desk: Desk): unknown => ({
  showAsTaskpane: () => {
    desk.paneShown += 1;
    return Promise.resolve();
  },
});

/** One dialog at a time, and only over https, as Office has it. */
const NOT_HTTPS = 12_005;
const ALREADY_OPEN = 12_007;
const REFUSED_BY_USER = 12_009;

type TellDialog = (result: { status: string; value?: unknown; error?: { code: number } }) => void;

const windowsOf = (desk: Desk): unknown => ({
  openBrowserWindow: (address: string) => {
    desk.links.push(address);
  },
  displayDialogAsync: (address: string, _options: unknown, tell: TellDialog) => {
    const code = refusalOf(desk, address);
    if (code !== null) {
      tell({ status: "failed", error: { code } });
      return;
    }
    const dialog = new Dialog(address);
    desk.dialogs.push(dialog);
    const value = {
      addEventHandler: dialog.listen.bind(dialog),
      close: () => {
        dialog.isOpen = false;
      },
    };
    tell({ status: "succeeded", value });
  },
});

function refusalOf(desk: Desk, address: string): number | null {
  if (desk.dialog) return ALREADY_OPEN;
  if (desk.refusesDialogs) return REFUSED_BY_USER;
  return address.startsWith("https://") ? null : NOT_HTTPS;
}
