/// <reference types="office-js" />
/** Runs the real Excel library of @microsoft/office-js, unchanged, in a context of its own and joins it to a host. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import vm from "node:vm";
import type { Bridge } from "./transport.ts";

/** The desktop build asks for the fewest things of a browser. */
const FILE = "excel-win32-16.01.debug.js";
const DIST = join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");

/** Compiled once: three megabytes, and each test wants a library of its own. */
let compiled: vm.Script | null = null;

export interface Library {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
}

const noElement = (): unknown => ({ style: {}, setAttribute: () => undefined });

/** What the library looks for when it starts, and no more. */
function browserWindow(): Record<string, unknown> {
  const location = { href: "https://localhost/", search: "", hash: "", host: "localhost", protocol: "https:" };
  const listen = (): void => undefined;
  const document = {
    getElementById: () => null,
    getElementsByTagName: () => [],
    createElement: noElement,
    addEventListener: listen,
    cookie: "",
    location,
    readyState: "complete",
    URL: location.href,
  };
  const navigator = { userAgent: "node", language: "vi-VN", platform: "node" };
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval, performance, URL };
  return { ...timers, console, location, document, navigator, addEventListener: listen, removeEventListener: listen };
}

/** `office`: the part of Office around the library, which it asks for the host's requirement sets. */
export function loadLibrary(bridge: Bridge, office: typeof Office): Library {
  compiled ??= new vm.Script(readFileSync(join(DIST, FILE), "utf8"), { filename: FILE });
  const global = browserWindow();
  for (const name of ["window", "self", "top", "parent"]) global[name] = global;
  global["_richApiNativeBridge"] = bridge;
  vm.createContext(global);
  compiled.runInContext(global);
  global["Office"] = office;
  refuseNewerCalls(global["OfficeExtension"]);
  return { Excel: global["Excel"] as typeof Excel, Office: office };
}

/** The library itself then throws ApiNotFound for whatever its host's requirement sets lack. */
function refuseNewerCalls(extension: unknown): void {
  const utility = (extension as Record<string, Record<string, unknown> | undefined>)["CommonUtility"];
  if (!utility || !("_doApiNotSupportedCheck" in utility))
    throw new Error("the library keeps its switch elsewhere now");
  utility["_doApiNotSupportedCheck"] = true;
}
