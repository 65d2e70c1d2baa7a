/** Who is signed in here, and the way to the service: the same session that the pane in this browser uses. */
import type { PageWindows } from "../../addin/host/page-windows.ts";
import { openBrowserWindow } from "../../addin/host/open-window.ts";
import { Observable } from "../../addin/observed.ts";
import { Account } from "../../addin/sync/account.ts";
import { openAsker, type Asker } from "../../addin/sync/asking.ts";
import { tellProblem, type AccountState } from "../../addin/sync/desk.ts";
import { openRequests } from "../../addin/sync/requests.ts";
import { Session } from "../../addin/sync/session.ts";
import type { Me } from "../../addin/sync/state.ts";
import { openWindows } from "../../addin/sync/windows.ts";
import type { Bilingual } from "../../shared/rule.ts";

export interface Entrance {
  readonly state: Observable<AccountState>;
  readonly account: Account;
  readonly ask: Asker["ask"];
  readonly askPublic: Asker["ask"];
  readonly readToken: Asker["readToken"];
}

/** Told when somebody begins to work here, and when nobody does any more. */
interface Turns {
  readonly onEnter: (me: Me) => void;
  readonly onLeave: () => void;
}

const BLOCKED: Bilingual = {
  vi: "Trình duyệt đã chặn cửa sổ đăng nhập. Xin cho phép cửa sổ bật lên của trang này rồi thử lại.",
  en: "The browser blocked the sign-in window. Please allow pop-ups for this site and try again.",
};

/** Nothing is asked before `account.start`. */
export function openEntrance(turns: Turns): Entrance {
  const state = new Observable<AccountState>({ account: { kind: "looking" }, busy: null, problem: null });
  const requests = openRequests("", () => undefined);
  const session = new Session(requests, openWindows());
  const asker = openAsker({ requests, session, onEnded: (told) => void account.leave(told) });
  const openSignIn = async (address: string): Promise<string | null> => {
    const outcome = await openBrowserWindow(globalThis as unknown as PageWindows, address);
    if (!outcome.ok) tellProblem({ state }, BLOCKED);
    return outcome.ok ? outcome.value : null;
  };
  const account = new Account({ state, requests, session, asker, surroundings: { base: "", openSignIn } }, turns);
  addEventListener("storage", (event) => void account.hear(event));
  return {
    state,
    account,
    ask: asker.ask,
    askPublic: (asked, sending) => requests.ask(asked, { ...sending, token: null }),
    readToken: asker.readToken,
  };
}
