/** The bridge that the Excel library finds when it is loaded: its batches come in as JSON, answers and events go back. */
import { runBatch } from "./batch.ts";
import type { SimulatedHost } from "./host.ts";
import { ACTION, PATH, REQUEST, type Batch, type Request } from "./message.ts";

export interface Bridge {
  onMessageFromHost: ((json: string) => void) | null;
  readonly sendMessageToHost: (json: string) => void;
}

export interface TransportOptions {
  /** Of a request and of a response, as on the web. */
  readonly payloadLimit: number;
}

/** What a request asked for, for tests that count. */
export interface RequestLog {
  readonly isWrite: boolean;
  readonly calls: readonly string[];
  readonly bytes: number;
  readonly answerBytes: number;
}

/** Clear the user's undo even where all else keeps it. */
const ALWAYS_CLEARS = /^(Save|InsertWorksheetsFromBase64)$/;

export class Transport {
  readonly log: RequestLog[] = [];
  /** Told after each request, when its answer is on its way. */
  afterWork: ((request: RequestLog) => void) | null = null;
  readonly bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost: (json) => {
      this.#receive(json);
    },
  };
  readonly #host: SimulatedHost;
  readonly #options: TransportOptions;
  readonly #waiting: (() => void)[] = [];

  constructor(host: SimulatedHost, options: TransportOptions) {
    this.#host = host;
    this.#options = options;
  }

  #receive(json: string): void {
    // Excel works beside the page, not in the call that asks it.
    setTimeout(() => {
      const request = JSON.parse(json) as Request;
      const { length: bytes } = json;
      if (this.#host.isEditing && request.flags & REQUEST.waitsForCellEdit)
        this.#waiting.push(() => {
          this.#work(request, bytes);
        });
      else this.#work(request, bytes);
    }, 0);
  }

  /** Workbooks in the request are read first. */
  #work(request: Request, bytes: number): void {
    const inserted = insertedIn(request.message.body);
    if (inserted.length === 0) this.#process(request, bytes);
    else
      void Promise.all(inserted.map((base64) => this.#host.prepareSheets(base64))).then(() => {
        this.#process(request, bytes);
      });
  }

  /** The user has left the cell: what waited goes on. */
  endWaiting(): void {
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  #process(request: Request, bytes: number): void {
    this.#answer(request, bytes);
    const last = this.log[this.log.length - 1];
    if (last) this.afterWork?.(last);
  }

  #answer(request: Request, bytes: number): void {
    const { body } = request.message;
    const isWrite = (request.flags & REQUEST.writes) !== 0;
    const log = { isWrite, calls: callsIn(body), bytes, answerBytes: 0 };
    const refuse = (code: string): void => {
      this.log.push(log);
      this.#respond(request, 400, JSON.stringify({ error: { code, message: code } }));
    };
    if (bytes > this.#options.payloadLimit) {
      refuse("RequestPayloadSizeLimitExceeded");
      return;
    }
    if (this.#host.isEditing) {
      const error = { Code: "InvalidOperationInCellEditMode", Message: "a cell is being edited", ActionIndex: 0 };
      this.log.push(log);
      this.#respond(request, 200, JSON.stringify({ Error: error, Results: [], TraceIds: [] }));
      return;
    }
    this.#clearUndo(isWrite, log.calls);
    const answer = JSON.stringify(runBatch(this.#host, body));
    if (answer.length > this.#options.payloadLimit) {
      refuse("ResponsePayloadSizeLimitExceeded");
      return;
    }
    this.log.push({ ...log, answerBytes: answer.length });
    this.#respond(request, 200, answer);
    this.flush();
  }

  /** Where undo is not kept, each request that the library calls a write clears it, some that only read among them. */
  #clearUndo(isWrite: boolean, calls: readonly string[]): void {
    const isClearing = (isWrite && !this.#host.keepsUndo) || calls.some((call) => ALWAYS_CLEARS.test(call));
    if (isClearing) this.#host.book.undo.clear(calls.join(","));
  }

  #respond({ id }: Request, statusCode: number, body: string): void {
    this.#send({ id, type: 2, flags: 0, message: { statusCode, headers: {}, body } });
  }

  /** Sends what has happened since. */
  flush(): void {
    const entries = this.#host.events.take();
    if (entries.length > 0) this.#send({ type: 3, controlId: "", message: { entries } });
  }

  #send(message: unknown): void {
    const json = JSON.stringify(message);
    setTimeout(() => this.bridge.onMessageFromHost?.(json), 0);
  }
}

const INSERTING = "InsertWorksheetsFromBase64";

const insertedIn = ({ Actions: actions }: Batch): readonly string[] =>
  actions.flatMap(({ Name: name, ArgumentInfo: info }) =>
    name === INSERTING ? [String(info?.Arguments?.[0] ?? "")] : [],
  );

/** Methods that were called and properties that were written, not those that were only read. */
const callsIn = ({ Actions: actions, ObjectPaths: paths }: Batch): readonly string[] => [
  ...Object.values(paths).flatMap(({ ObjectPathType: type, Name: name }) => (type === PATH.method ? [name] : [])),
  ...actions.flatMap(({ ActionType: type, Name: name }) =>
    (type === ACTION.method && !/^_(Keep|Remove)Reference$/.test(name)) || type === ACTION.setProperty ? [name] : [],
  ),
];
