/**
 * Runs in the pane's frame before the Office library: gives it what a desktop Excel gives, from the page around the frame.
 * Outside the demonstration it does nothing, and the pane says that it is to be opened in Excel.
 */
import type { PaneBridge } from "./demo-excel.ts";
import type { DemoPage } from "./main.ts";
import { isSaveKey } from "./save-key.ts";

interface FrameWindow {
  phulucDemo?: DemoPage;
  _richApiNativeBridge?: PaneBridge;
}

/** Of the library's calls that do not go by the bridge; only this one is answered. */
const OPEN_BROWSER_WINDOW = 102;
const SUCCEEDED = 0;
const FAILED = 5_001;

type RegisterArguments = readonly [event: number, target: string, hear: unknown, answer: (status: number) => void];
type Answer = (result: { toArray: () => readonly unknown[] }) => void;
const answering = (...result: readonly unknown[]): Parameters<Answer>[0] => ({ toArray: () => result });

function install({ excel, openLink }: DemoPage): void {
  const { apiLevel, keepsUndo, book } = excel;
  const language = "vi-VN";
  // Without Office's dialogs the pane opens a window of the browser's.
  const sets = {
    ExcelApi: `1.${String(apiLevel)}`,
    SharedRuntime: "1.1",
    OpenBrowserWindowApi: "1.1",
    DelayForCellEdit: "1.1",
    ...(keepsUndo ? { ExcelUndoApiAll: "1.0" } : {}),
  };
  const settings = {
    Read: (names: string[], values: unknown[]) => {
      for (const [name, value] of book.settings) {
        names.push(name);
        values.push(value);
      }
    },
    Write: (names: readonly string[], values: readonly unknown[]) => {
      names.forEach((name, index) => book.settings.set(name, values[index]));
      book.undo.clear("settings.saveAsync");
      book.isDirty = true;
      excel.changed();
    },
  };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "phuluc",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => language,
    GetAppDataLocale: () => language,
    GetDocUrl: () => book.url,
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "",
    GetInstanceId: () => "1",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetHostCustomMessage: () => "",
    GetHostFullVersion: () => "16.0.19000.20000",
    GetDialogRequirementMatrix: () => "{}",
    GetInitialDisplayMode: () => 0,
    GetSettings: () => settings,
  };
  const external = {
    GetContext: () => context,
    GetHostInfo: () => `Excel$Win32$16.01$${language}$telemetry$$disableLogging$0`,
    GetLoggingAllowed: () => false,
    Execute: (call: number, parameters: readonly unknown[], answer: Answer) => {
      if (call === OPEN_BROWSER_WINDOW) openLink(String(parameters[1]));
      answer(answering(call === OPEN_BROWSER_WINDOW ? SUCCEEDED : FAILED));
    },
    RegisterEvent: (...[, , , answer]: RegisterArguments) => {
      answer(SUCCEEDED);
    },
    UnregisterEvent: (_event: number, _target: string, answer: (status: number) => void) => {
      answer(SUCCEEDED);
    },
  };
  Object.defineProperty(window, "external", { value: external, configurable: true });
  const bridge: PaneBridge = { onMessageFromHost: null, sendMessageToHost: () => undefined };
  excel.joinPane(bridge);
  (window as FrameWindow)._richApiNativeBridge = bridge;
}

/** The library remembers its host in the tab; another page of ours in this tab is in no Excel. */
function forgetHost(): void {
  for (const name of Object.keys(sessionStorage))
    if (name === "hostInfoValue" || /CachedSessionSettings/i.test(name)) sessionStorage.removeItem(name);
}

const demo = window.parent === window ? undefined : (window.parent as FrameWindow).phulucDemo;
if (demo) {
  forgetHost();
  install(demo);
  window.addEventListener("load", forgetHost);
  // As in Excel, where the pane lets Excel have this key.
  window.addEventListener("keydown", (event) => {
    if (isSaveKey(event)) {
      event.preventDefault();
      demo.excel.user.saves();
    }
  });
}
