/** What a page may load, and who may show it in a frame: its Content-Security-Policy. */

interface PagePolicy {
  /** Sources, parted by blanks. */
  readonly frameAncestors: string;
  /** Of office.js, where the page loads it; an address of our own adds nothing. */
  readonly officeJsUrl?: string;
  /** A page of ours shows it in a frame, whoever else may. */
  readonly isFramedByUs?: boolean;
}

const OWN = "'self'";

/** Nothing inline, nothing evaluated, nothing from elsewhere but Microsoft's library where the settings name it. */
export function contentPolicy({ frameAncestors, officeJsUrl = "", isFramedByUs = false }: PagePolicy): string {
  const office = officeOrigin(officeJsUrl);
  const ancestors = frameAncestors.split(/\s+/).filter((source) => source !== "");
  if (isFramedByUs && !ancestors.includes(OWN)) ancestors.unshift(OWN);
  const directives: Readonly<Record<string, readonly string[]>> = {
    "default-src": [OWN],
    "script-src": [OWN, ...office],
    "connect-src": [OWN, ...office],
    "img-src": [OWN, "data:", ...office],
    "style-src": [OWN],
    "worker-src": [OWN],
    "base-uri": ["'none'"],
    "form-action": [OWN],
    "object-src": ["'none'"],
    "frame-ancestors": isFramedByUs ? ancestors.filter((source) => source !== "'none'") : ancestors,
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** The library loads its other files from beside itself. */
const officeOrigin = (url: string): readonly string[] => (url.startsWith("https://") ? [new URL(url).origin] : []);
