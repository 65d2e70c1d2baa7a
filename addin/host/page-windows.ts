/** What a page can do beside Office: open windows, and hear what they say. A page's `globalThis` has it all. */
export interface PageWindows {
  readonly open?: (url: string, target: string, features: string) => OpenedWindow | null;
  readonly location?: { readonly href: string; readonly origin: string };
  readonly addEventListener?: (type: "message", listener: (event: ReceivedMessage) => void) => void;
  readonly removeEventListener?: (type: "message", listener: (event: ReceivedMessage) => void) => void;
}

export interface OpenedWindow {
  readonly closed: boolean;
  close(): void;
}

export interface ReceivedMessage {
  readonly origin: string;
  readonly source: unknown;
  readonly data: unknown;
}

/** Office wants addresses whole. */
export const wholeAddress = (url: string, { location }: PageWindows): string =>
  location ? new URL(url, location.href).href : url;
