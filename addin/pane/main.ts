/** The pane's page in Excel: waits for Excel, then opens the pane; elsewhere says where to go. */
import { render } from "lit-html";
import { browserThread } from "../checking/browser-thread.ts";
import { openChecker } from "../checking/checker.ts";
import { connectHost } from "../host/excel-host.ts";
import type { OfficeGlobals } from "../host/session.ts";
import { recallLanguage, speak } from "./kit/language.ts";
import { openPane } from "./open-pane.ts";
import { outside } from "./outside.ts";

const CHECK_THREAD = "/addin/check-thread.js";

/** Where the page's storage is forbidden, nothing is kept. */
function openShelf(): Storage {
  try {
    return localStorage;
  } catch {
    return new Forgetful();
  }
}

class Forgetful implements Storage {
  readonly length = 0;
  clear = (): void => undefined;
  getItem = (): null => null;
  key = (): null => null;
  removeItem = (): void => undefined;
  setItem = (): void => undefined;
}

async function start(): Promise<void> {
  const root = document.getElementById("pane");
  if (!root) throw new Error("the page has no place for the pane");
  const shelf = openShelf();
  const asked = new URLSearchParams(location.search).get("lang");
  const chosen = asked === "en" || asked === "vi" ? asked : recallLanguage(shelf);
  speak(chosen);
  document.documentElement.lang = chosen;
  const connected = await connectHost(globalThis as unknown as OfficeGlobals);
  if (connected.ok) {
    const checker = openChecker(browserThread(CHECK_THREAD));
    await openPane({ host: connected.value, checker, root, shelf });
  } else {
    root.textContent = "";
    render(outside(connected.trouble), root);
  }
}

void start();
