import type { Live } from "../../live/state.ts";

/** The file's own name; its sheets' where it has never been saved. */
export function workbookName({ state }: Pick<Live, "state">): string {
  const { facts, report } = state;
  const [path = ""] = facts.documentKey.split(/[?#]/);
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  if (name === "") return (report?.appendices ?? []).map(({ sheet }) => sheet).join(", ");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
