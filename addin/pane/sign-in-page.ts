/**
 * The window of single sign-on: it begins here with `?challenge=…`, goes to the provider, and comes back here with `#code=…` or
 * `#problem=…`, which is handed to the pane that opened it. What came back is cleared from the address, and written nowhere.
 */
import type { Bilingual } from "../../shared/rule.ts";
import { isInOffice, tellParent } from "../host/tell-parent.ts";
import type { OfficeGlobals } from "../host/session.ts";

const START = "/api/v1/oidc/start";
/** Office adds it to the first address of a dialog; it is gone when the provider sends the officer back. */
const OFFICE_OPENED = /[?&]_host_info=/i;
const CAME_FROM_OFFICE = "phuluc-sign-in-from-office";

const WORDS = {
  wait: { vi: "Đang đăng nhập…", en: "Signing in…" },
  handed: { vi: "Xong, xin trở lại ngăn Phụ Lục.", en: "Done: please go back to the pane." },
  lost: {
    vi: "Không thấy ngăn Phụ Lục đã mở cửa sổ này. Xin đóng cửa sổ, trở lại ngăn và bấm đăng nhập một lần nữa.",
    en: "The pane that opened this window is not found. Please close the window, go back to the pane and sign in once more.",
  },
  failed: {
    vi: "Đăng nhập không thành. Xin đóng cửa sổ này, trở lại ngăn Phụ Lục và thử lại.",
    en: "Signing in did not succeed. Please close this window, go back to the pane and try again.",
  },
  nothing: {
    vi: "Trang này chỉ dùng khi đăng nhập. Xin mở ngăn Phụ Lục và bấm đăng nhập ở đó.",
    en: "This page is only for signing in. Please open the pane and sign in there.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

function say({ vi, en }: Bilingual): void {
  for (const [id, text] of [
    ["vi", vi],
    ["en", en],
  ] as const) {
    const place = document.getElementById(id);
    if (place) place.textContent = text;
  }
}

/** Before anything else is loaded: office.js takes replaceState away, and whatever runs later must not find the code. */
function takeHash(): string {
  const { hash, pathname } = location;
  if (hash !== "") history.replaceState(null, "", pathname);
  return hash;
}

const officeGlobals = (): OfficeGlobals => globalThis as unknown as OfficeGlobals;

/** @returns whether the page is in Office; where the library can't be loaded, it is not */
async function loadOffice(): Promise<boolean> {
  const address = document.querySelector<HTMLMetaElement>('meta[name="office-js"]')?.content ?? "";
  const isLoaded = await new Promise<boolean>((resolve) => {
    const script = document.createElement("script");
    script.addEventListener("load", () => resolve(true));
    script.addEventListener("error", () => resolve(false));
    script.src = address;
    document.head.append(script);
  });
  return isLoaded && isInOffice(officeGlobals());
}

/** Null where another site's page, or nobody, opened this one. */
function ownOpener(): Window | null {
  try {
    const opener = window.opener as Window | null;
    return opener !== null && opener.location.origin === location.origin ? opener : null;
  } catch {
    return null;
  }
}

/** A first page of ours in Office's dialog lets the library know, on the way back, where it is. */
async function begin(challenge: string): Promise<void> {
  const mayBeOffice = OFFICE_OPENED.test(location.search) || ownOpener() === null;
  if (mayBeOffice && (await loadOffice())) sessionStorage.setItem(CAME_FROM_OFFICE, "1");
  location.replace(`${START}?challenge=${encodeURIComponent(challenge)}`);
}

async function handOver(hash: string): Promise<void> {
  const opener = sessionStorage.getItem(CAME_FROM_OFFICE) === null ? ownOpener() : null;
  sessionStorage.removeItem(CAME_FROM_OFFICE);
  if (opener) {
    opener.postMessage({ phuluc: "sign-in", hash }, location.origin);
    say(WORDS.handed);
    window.close();
    return;
  }
  const isTold = (await loadOffice()) && (await tellParent(officeGlobals(), hash));
  if (isTold) say(WORDS.handed);
  else say(hash.startsWith("#problem=") ? WORDS.failed : WORDS.lost);
}

async function run(): Promise<void> {
  const hash = takeHash();
  const challenge = new URLSearchParams(location.search).get("challenge");
  if (/^#(code|problem)=/.test(hash)) await handOver(hash);
  else if (challenge !== null) await begin(challenge);
  else say(WORDS.nothing);
}

say(WORDS.wait);
run().catch(() => say(WORDS.failed));
