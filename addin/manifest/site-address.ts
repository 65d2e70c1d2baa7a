/** The address a manifest is written for: Excel loads a pane from HTTPS only, and all of ours lies at one origin's root. */
export type SiteAddress =
  { readonly ok: true; readonly base: string } | { readonly ok: false; readonly code: SiteAddressFault };

export type SiteAddressFault = "not-an-address" | "not-https" | "more-than-an-origin";

export function readSiteAddress(text: string): SiteAddress {
  const url = parse(text);
  if (url === null || url.hostname === "") return { ok: false, code: "not-an-address" };
  if (url.protocol !== "https:") return { ok: false, code: "not-https" };
  const isOrigin = url.href === `${url.origin}/` && !/[?#]/.test(text);
  return isOrigin ? { ok: true, base: url.origin } : { ok: false, code: "more-than-an-origin" };
}

const parse = (text: string): URL | null => {
  try {
    return new URL(text.trim());
  } catch {
    return null;
  }
};
