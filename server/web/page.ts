/** What a page is, and what it may ask of the frame around it. */
import type { TemplateResult } from "lit-html";
import type { RoundEvent } from "../../shared/api/rounds.ts";
import type { Bilingual } from "../../shared/rule.ts";
import type { Asker } from "../../addin/sync/asking.ts";
import type { Reply } from "../../addin/sync/reply.ts";
import type { Me } from "../../addin/sync/state.ts";
import type { PageName, Place, PlaceOf } from "./places.ts";

/** Said under the head of the page until it is dismissed or the page left; an error is read out at once. */
export interface Notice {
  readonly kind: "done" | "info" | "error";
  readonly text: Bilingual;
}

/** What every page may ask for, whoever looks at it. */
export interface PublicScope {
  /** Asks the service as nobody. */
  readonly askPublic: Asker["ask"];
  /** Draws the page in the next frame. */
  readonly redraw: () => void;
  /** Goes to another place; `replace`: the one left is not gone back to. */
  readonly go: (place: Place, how?: "push" | "replace") => void;
  readonly tell: (notice: Notice | null) => void;
  /** Whether another page is shown by now. From then on `go`, `tell` and `redraw` do nothing: a page that was left moves nobody. */
  readonly isLeft: () => boolean;
}

/** Of pages for people who are signed in. */
export interface Scope extends PublicScope {
  readonly me: Me;
  /** Asks the service as this person; the session is renewed where it has to be. */
  readonly ask: Asker["ask"];
  /** A token that works, for what can't be asked by the contract's client. */
  readonly readToken: Asker["readToken"];
  /** Has the browser save what lies at an address of the contract ("/api/v1/…"); trouble is told by itself. @returns whether it has begun */
  readonly download: (path: string) => Promise<boolean>;
  /** Of every device, this one too. @returns what is wrong; null when it is done */
  readonly signOutEverywhere: () => Promise<Bilingual | null>;
  /** What happens in a round from now on. @returns how to stop */
  readonly watch: (roundId: string, watcher: RoundWatcher) => () => void;
}

export interface RoundWatcher {
  readonly onEvent: (event: RoundEvent) => void;
  /** Whether what happens is heard of at once. Each time it is so again, something may have been missed. */
  readonly onLive: (isLive: boolean) => void;
}

/** One page while it is shown. It draws itself from what it knows, and asks for a drawing whenever that changes. */
export interface Page<Name extends PageName> {
  /** For the window's title, in the language spoken. */
  title(): string;
  render(): TemplateResult;
  /** The address has changed within what this page shows. @returns false where it is another page's: then this one is closed */
  visit(place: PlaceOf<Name>): boolean;
  close(): void;
}

export type OpenPage<Name extends PageName> = (scope: Scope, place: PlaceOf<Name>) => Page<Name>;
export type OpenPublicPage<Name extends PageName> = (scope: PublicScope, place: PlaceOf<Name>) => Page<Name>;

/** What came of asking, as pages keep it until they draw it. */
export type Known<T> =
  | { readonly kind: "asking" }
  | { readonly kind: "known"; readonly value: T }
  | { readonly kind: "trouble"; readonly told: Bilingual };

export const ASKING = { kind: "asking" } as const;

export const knownFrom = <T>(reply: Reply<T>): Known<T> =>
  reply.ok ? { kind: "known", value: reply.value } : { kind: "trouble", told: reply.told };
