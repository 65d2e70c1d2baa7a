/** Random texts: names that nobody else has, and secrets for signing in. */

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** As crypto.randomUUID, which pages without HTTPS do not have. */
export const newKey = (): string => {
  const { randomUUID } = crypto as { readonly randomUUID?: () => string };
  return randomUUID ? randomUUID.call(crypto) : toHex(crypto.getRandomValues(new Uint8Array(16)));
};

export interface Secret {
  readonly verifier: string;
  /** Its SHA-256: what may be seen on the way. */
  readonly challenge: string;
}

/** Null where the browser hashes nothing for a page without HTTPS. */
export async function makeSecret(): Promise<Secret | null> {
  const { subtle } = crypto as { readonly subtle?: typeof crypto.subtle };
  if (!subtle) return null;
  const verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return { verifier, challenge: base64Url(new Uint8Array(hash)) };
}

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
