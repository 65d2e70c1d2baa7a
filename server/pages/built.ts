/** Where what the build made for browsers lies: beside the program, or in dist/ while it runs from source. */
import { fileURLToPath } from "node:url";

export interface Places {
  /** The files of the pane and the pages beside it. */
  readonly addin: string;
  /** The files of the review pages. */
  readonly web: string;
  /** Workbooks to try the product with. */
  readonly samples: string;
  /** The user's guide: huong-dan.html and the folder pictures. */
  readonly guide: string;
}

const IS_SOURCE = import.meta.url.endsWith(".ts");
const ROOT = new URL(IS_SOURCE ? "../../" : "../", import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, ROOT));

export const BUILT_PLACES: Places = {
  addin: at("dist/addin"),
  web: at("dist/web"),
  samples: at(IS_SOURCE ? "test/fixtures" : "dist/demo"),
  guide: at("dist"),
};
