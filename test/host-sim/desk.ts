/** What the officer sees beside the workbook: the pane, the ribbon's buttons, dialogs, windows of the browser. */
export type Button = (event: { completed: () => void }) => void;

export class Desk {
  readonly buttons = new Map<string, Button>();
  /** Addresses opened in the browser. */
  readonly links: string[] = [];
  readonly dialogs: Dialog[] = [];
  /** How often the pane was brought to the front. */
  paneShown = 0;
  /** The officer does not let dialogs open. */
  refusesDialogs = false;
  /** The workbook takes no properties. */
  refusesProperties = false;
  /** What the workbook's file is, where it can be had. */
  file: Uint8Array | null = null;
  /** Its slices can't be had. */
  losesSlices = false;
  /** Handed out and not yet closed. */
  openFiles = 0;

  get dialog(): Dialog | null {
    return this.dialogs.find(({ isOpen }) => isOpen) ?? null;
  }
}

type Hear = (told: { readonly message: string } | { readonly error: number }) => void;

/** Office tells of a message and of the closing by different events. */
export class Dialog {
  readonly address: string;
  isOpen = true;
  readonly #hearing = new Map<string, Hear>();

  constructor(address: string) {
    this.address = address;
  }

  listen(event: string, hear: Hear): void {
    this.#hearing.set(event, hear);
  }

  /** The page in it speaks to the one that opened it. */
  sends(message: string): void {
    this.#hearing.get(DIALOG_EVENTS.DialogMessageReceived)?.({ message });
  }

  /** By the officer. */
  closes(): void {
    this.isOpen = false;
    this.#hearing.get(DIALOG_EVENTS.DialogEventReceived)?.({ error: CLOSED });
  }
}

const CLOSED = 12_006;
export const DIALOG_EVENTS = {
  DialogMessageReceived: "dialogMessageReceived",
  DialogEventReceived: "dialogEventReceived",
} as const;
