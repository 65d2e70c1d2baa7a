/** A refusal as Excel gives it: the code is what programs go by. */
export class HostError extends Error {
  readonly code: string;

  constructor(code: string, message = code) {
    super(message);
    this.code = code;
  }
}

export const itemNotFound = (what: unknown): HostError => new HostError("ItemNotFound", String(what));
export const invalidArgument = (why: string): HostError => new HostError("InvalidArgument", why);
