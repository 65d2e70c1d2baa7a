/** Answers a load: the properties asked for, of the object, of what is beneath it, or of the items of a collection. */
import { invalidArgument } from "./host-error.ts";
import type { HostObject } from "./host-object.ts";
import type { Query } from "./message.ts";

export type Identity = (object: HostObject) => Record<string, unknown>;

const pascalCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export function answerQuery(object: HostObject, query: Query, identity: Identity): Record<string, unknown> {
  if (object.items) {
    const { Top: top, Skip: skip = 0 } = query;
    const items = object.items().slice(skip, top === undefined ? undefined : skip + top);
    return {
      _Items: items.map((item) =>
        answerQuery(item, { Select: query.Select ?? [], Expand: query.Expand ?? [] }, identity),
      ),
    };
  }
  const answer = identity(object);
  const below = new Map<string, string[]>();
  for (const path of namesWanted(object, query)) {
    const [head = "", ...rest] = path.split("/");
    const name = pascalCase(head);
    const read = object.get?.[name];
    if (read) answer[name] = read();
    else if (object.nav?.[name])
      below.set(name, [...(below.get(name) ?? []), ...(rest.length > 0 ? [rest.join("/")] : [])]);
    else throw invalidArgument(`${object.type} has no property ${head}`);
  }
  for (const [name, select] of below) {
    const child = object.nav?.[name]?.();
    answer[name] = child ? answerQuery(child, { Select: select }, identity) : null;
  }
  return answer;
}

function namesWanted(object: HostObject, { Select: select = [], Expand: expand = [] }: Query): readonly string[] {
  const isAll = select.length === 0 || select.includes("*");
  const own = isAll ? [...Object.keys(object.get ?? {}), ...select.filter((name) => name.includes("/"))] : select;
  return [...own, ...expand];
}
