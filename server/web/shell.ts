/** Keeps the page that the address names in the window, for the person who is signed in. */
import { render } from "lit-html";
import { drawLoop } from "../../addin/pane/kit/draw-loop.ts";
import { keepLanguage, speak } from "../../addin/pane/kit/language.ts";
import { afterDrawing } from "../../addin/pane/kit/after-drawing.ts";
import { personOf } from "../../addin/sync/desk.ts";
import type { Language } from "../../shared/money.ts";
import { download } from "./downloads.ts";
import { openEntrance, type Entrance } from "./entrance.ts";
import { frame, type FrameParts } from "./frame.ts";
import type { Notice, Page, PublicScope, Scope } from "./page.ts";
import { PAGES } from "./pages.ts";
import { addressOf, placeAt, type PageName, type Place } from "./places.ts";
import { watchRound } from "./round-watch.ts";
import { SignIn } from "./sign-in.ts";
import { FRAME } from "./words.ts";

/** A page that is shown, whatever its kind. */
type Shown = Page<PageName> & { readonly name: PageName };

export class Shell {
  readonly #root: HTMLElement;
  readonly #entrance: Entrance;
  readonly #redraw: () => void;
  readonly #signIn: SignIn;
  #place: Place | null = null;
  #page: Shown | null = null;
  /** Counts the pages gone to: of two being loaded only the later is shown. */
  #visits = 0;
  #notice: Notice | null = null;
  #wantsFocus = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#redraw = drawLoop({
      root,
      draw: () => this.#draw(),
      refocus: () => document.getElementById("main")?.focus({ preventScroll: true }),
    });
    this.#entrance = openEntrance({
      onEnter: () => this.#show(),
      // A public page is nobody's: it stays.
      onLeave: () => {
        if (!this.#place || !PAGES[this.#place.page].isPublic) this.#close();
      },
    });
    this.#signIn = new SignIn(this.#entrance, this.#redraw);
    this.#entrance.state.subscribe(this.#redraw);
  }

  start(): void {
    addEventListener("popstate", () => this.#show());
    document.addEventListener("click", (event) => this.#follow(event));
    this.#show();
    void this.#entrance.account.start();
  }

  /** Links between our pages are followed without loading anything anew. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target !== "" || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.hash !== "" && link.pathname === location.pathname) return;
    const place = placeAt(link.pathname + link.search);
    if (!place) return;
    event.preventDefault();
    this.#go(place, "push");
  }

  #go(place: Place, how: "push" | "replace"): void {
    const address = addressOf(place);
    if (address !== location.pathname + location.search)
      history[how === "push" ? "pushState" : "replaceState"](null, "", address);
    this.#show();
  }

  /** What the address names. Someone who is not signed in stays where they are until they are. */
  #show(): void {
    const place = placeAt(location.pathname + location.search);
    const isSame = place !== null && this.#place?.page === place.page;
    this.#place = place;
    if (place && isSame && this.#page?.name === place.page && this.#page.visit(place)) {
      this.#redraw();
      return;
    }
    this.#close();
    this.#notice = null;
    if (place) void this.#open(place);
    this.#redraw();
  }

  async #open(place: Place): Promise<void> {
    const visit = ++this.#visits;
    const me = personOf(this.#entrance.state.state);
    const pages = PAGES[place.page];
    if (!pages.isPublic && !me) return;
    try {
      const open = (await pages.load()) as unknown as (scope: PublicScope, place: Place) => Page<PageName>;
      if (visit !== this.#visits) return;
      this.#page = Object.assign(open(this.#scope(visit), place), { name: place.page });
      // Someone who came by a link within the page hears where they are now.
      this.#wantsFocus = document.activeElement !== document.body;
      window.scrollTo(0, 0);
    } catch (trouble) {
      if (visit !== this.#visits) return;
      // A chunk of an older build is gone once the service was updated.
      console.error(trouble);
      this.#notice = { kind: "error", text: FRAME.notLoaded };
    }
    this.#redraw();
  }

  #close(): void {
    this.#visits++;
    this.#page?.close();
    this.#page = null;
    this.#redraw();
  }

  #tell(notice: Notice | null): void {
    this.#notice = notice;
    this.#redraw();
  }

  /** Public pages use only the public part of it. */
  #scope(visit: number): Scope | PublicScope {
    const { ask, askPublic, readToken } = this.#entrance;
    const isLeft = (): boolean => visit !== this.#visits;
    const scope: PublicScope = {
      askPublic,
      isLeft,
      redraw: () => {
        if (!isLeft()) this.#redraw();
      },
      go: (place, how = "push") => {
        if (!isLeft()) this.#go(place, how);
      },
      tell: (notice) => {
        if (!isLeft()) this.#tell(notice);
      },
    };
    const me = personOf(this.#entrance.state.state);
    if (!me) return scope;
    return {
      ...scope,
      me,
      ask,
      readToken,
      download: async (path) => {
        const reply = await download(ask, path);
        // It was asked for: that it failed is told wherever the person is by now.
        if (!reply.ok) this.#tell({ kind: "error", text: reply.told });
        return reply.ok;
      },
      signOutEverywhere: async () => {
        await this.#entrance.account.signOut(true);
        return this.#entrance.state.state.problem;
      },
      watch: (roundId, watcher) => watchRound(readToken, roundId, watcher),
    } satisfies Scope;
  }

  #draw(): void {
    const { state } = this.#entrance.state;
    const parts: FrameParts = {
      account: state.account,
      place: this.#place,
      title: this.#page?.title() ?? null,
      notice: this.#notice,
      dismiss: () => this.#tell(null),
      signOut: () => void this.#entrance.account.signOut(false),
      speak: (chosen) => this.#speak(chosen),
      content: this.#content(),
    };
    render(frame(parts), this.#root);
    if (!this.#wantsFocus) return;
    this.#wantsFocus = false;
    afterDrawing(() => document.getElementById("main")?.focus({ preventScroll: true }));
  }

  #content(): unknown {
    const { account } = this.#entrance.state.state;
    if (this.#place && !PAGES[this.#place.page].isPublic && account.kind !== "signed-in") return this.#signIn.render();
    return this.#page?.render() ?? null;
  }

  #speak(chosen: Language): void {
    speak(chosen);
    keepLanguage(localStorage, chosen);
    document.documentElement.lang = chosen;
    this.#redraw();
  }
}
