/** The Excel of this page: a workbook, the simulated host around it, and the pane in its frame. */
import { simulate, type Simulated } from "../../test/host-sim/simulate.ts";
import type { RequestLog } from "../../test/host-sim/transport.ts";
import type { Workbook } from "../../test/host-sim/workbook.ts";
import { readWorkbookBytes } from "./workbooks.ts";

export const API_LEVELS = [11, 14, 15] as const;
export type ApiLevel = (typeof API_LEVELS)[number];

/** What the pane's library finds in its window in the place of Excel's own bridge. */
export interface PaneBridge {
  onMessageFromHost: ((json: string) => void) | null;
  sendMessageToHost: (json: string) => void;
}

/** A workbook that the pane asked to be opened as a new one. */
export interface HandedWorkbook {
  readonly bytes: Uint8Array;
}

const AUTOSAVE_MS = 1_000;

export class DemoExcel {
  readonly book: Workbook;
  readonly host: Simulated["host"];
  readonly transport: Simulated["transport"];
  /** The officer; whatever is done through it shows at once. */
  readonly user: Simulated["user"];
  readonly apiLevel: ApiLevel;
  /** The newest Excel, whose undo survives what an add-in writes. */
  readonly keepsUndo: boolean;
  readonly handed: HandedWorkbook[] = [];
  readonly #listeners = new Set<() => void>();
  #autoSave: ReturnType<typeof setTimeout> | null = null;

  constructor(book: Workbook, apiLevel: ApiLevel) {
    this.apiLevel = apiLevel;
    this.keepsUndo = apiLevel >= 15;
    const { host, transport, user } = simulate(book, { apiVersion: apiLevel, keepsUndo: this.keepsUndo });
    this.book = book;
    this.host = host;
    this.transport = transport;
    transport.afterWork = (request) => {
      if (!isReading(request)) this.#afterWork();
    };
    host.readWorkbook = async (base64) => {
      const answer = await readWorkbookBytes(fromBase64(base64));
      return answer.ok ? answer.sheets : null;
    };
    this.user = telling(user, () => {
      this.changed();
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(): void {
    if (this.book.isAutoSaved && this.book.isDirty && this.#autoSave === null)
      this.#autoSave = setTimeout(() => {
        this.#autoSave = null;
        if (this.book.isAutoSaved) this.user.saves();
      }, AUTOSAVE_MS);
    for (const listener of this.#listeners) listener();
  }

  /** Each start of the pane joins anew; what an earlier one still waits for is lost with it. */
  joinPane(bridge: PaneBridge): void {
    this.transport.bridge.onMessageFromHost = (json) => bridge.onMessageFromHost?.(json);
    bridge.sendMessageToHost = (json) => {
      this.transport.bridge.sendMessageToHost(json);
    };
  }

  /** The host has answered the pane. */
  #afterWork(): void {
    for (const base64 of this.host.opened.splice(0)) this.handed.push({ bytes: fromBase64(base64) });
    this.changed();
  }
}

/** A pane that reads a long sheet must not have it drawn again for every portion. */
const isReading = ({ isWrite, calls }: RequestLog): boolean => !isWrite && calls.every((call) => /^(Get|_)/.test(call));

const fromBase64 = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** The same object, and after each call of a method the page hears of it. */
function telling<T extends object>(target: T, tell: () => void): T {
  return new Proxy(target, {
    get: (object, name) => {
      const member: unknown = Reflect.get(object, name, object);
      if (typeof member !== "function") return member;
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, object, args);
        tell();
        return answer;
      };
    },
  });
}
