/** Carries out one batch, action by action; the first that fails ends it, and what was done before stays done. */
import { HostError } from "./host-error.ts";
import { isHostObject, type HostObject } from "./host-object.ts";
import type { KeptObjects } from "./kept-objects.ts";
import { ACTION, PATH, type Action, type Answer, type Batch, type ObjectPath } from "./message.ts";
import { answerQuery } from "./query.ts";

export interface BatchHost {
  readonly root: HostObject;
  readonly kept: KeptObjects;
  /** Registers or unregisters handlers; the event's name is the middle part of _Register…Event. */
  listen(object: HostObject, event: string, isOn: boolean): void;
  /** Ribbon, runtime and other services beside the workbook. */
  callService(service: string, method: string, args: readonly unknown[]): unknown;
}

/** The library shows null objects as such only when they are instantiated as null. */
const NULL_OBJECT = Symbol("null object");
type Resolved = HostObject | typeof NULL_OBJECT;

export function runBatch(host: BatchHost, { Actions: actions, ObjectPaths: paths }: Batch): Answer {
  const run = new BatchRun(host, paths);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traceIds: number[] = [];
  for (const [index, action] of actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) traceIds.push(action.Id);
      const value = action.ActionType === ACTION.trace ? null : run.act(action);
      if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
    } catch (trouble) {
      if (!(trouble instanceof HostError)) throw trouble;
      const error = { Code: trouble.code, Message: trouble.message, Location: "", ActionIndex: index };
      return { Error: error, Results: results, TraceIds: traceIds };
    }
  }
  return { Results: results, TraceIds: traceIds };
}

const notSimulated = (what: string): HostError => new HostError("ApiNotFound", `${what} is not simulated`);

class BatchRun {
  readonly #host: BatchHost;
  readonly #paths: Batch["ObjectPaths"];
  readonly #resolved = new Map<number, Resolved>();

  constructor(host: BatchHost, paths: Batch["ObjectPaths"]) {
    this.#host = host;
    this.#paths = paths;
  }

  #resolve(id: number): Resolved {
    const known = this.#resolved.get(id);
    if (known) return known;
    const path = this.#paths[String(id)];
    if (!path) throw new HostError("InvalidObjectPath", String(id));
    const found = this.#resolvePath(path);
    this.#resolved.set(id, found);
    return found;
  }

  #resolvePath(path: ObjectPath): Resolved {
    const { ObjectPathType: type, Name: name } = path;
    if (type === PATH.root) return this.#host.root;
    if (type === PATH.newObject) return { type: "Service", id: name };
    if (type === PATH.reference) {
      const kept = this.#host.kept.get(name);
      if (!kept) throw new HostError("InvalidReference", name);
      return kept;
    }
    const parent = this.#resolve(path.ParentObjectPathId);
    return parent === NULL_OBJECT ? NULL_OBJECT : this.#below(parent, path);
  }

  #below(parent: HostObject, path: ObjectPath): Resolved {
    const { ObjectPathType: type, Name: name } = path;
    const args = this.#argumentsOf(path);
    const find =
      type === PATH.property ? parent.nav?.[name] : type === PATH.indexer ? parent.indexer : parent.methods?.[name];
    if (!find) throw notSimulated(`${parent.type}.${name || "[indexer]"}`);
    const [key, ...rest] = args;
    const found = find(key, ...rest);
    return isHostObject(found) ? found : NULL_OBJECT;
  }

  #argumentsOf({ ArgumentInfo: info }: Pick<ObjectPath, "ArgumentInfo">): readonly unknown[] {
    return (info?.Arguments ?? []).map((value, index) => {
      const id = info?.ReferencedObjectPathIds?.[index] ?? 0;
      return id === 0 ? value : this.#resolve(id);
    });
  }

  act(action: Action): unknown {
    const object = this.#resolve(action.ObjectPathId);
    const { ActionType: type } = action;
    if (object === NULL_OBJECT) return null;
    if (type === ACTION.instantiate) return this.#identity(object);
    if (type === ACTION.query) return answerQuery(object, action.QueryInfo ?? {}, (found) => this.#identity(found));
    if (type === ACTION.method) return this.#call(object, action);
    if (type === ACTION.ensureUnchanged) return null;
    if (type !== ACTION.setProperty) throw notSimulated(`action ${String(type)}`);
    const write = object.set?.[action.Name];
    if (!write) throw notSimulated(`${object.type}.${action.Name}=`);
    write(this.#argumentsOf(action)[0]);
    return undefined;
  }

  #call(object: HostObject, action: Action): unknown {
    const { Name: name } = action;
    const args = this.#argumentsOf(action);
    if (name === "_KeepReference" || name === "_RemoveReference") {
      if (name === "_KeepReference") this.#host.kept.keep(object);
      else this.#host.kept.release(String(args[0]));
      return null;
    }
    const [, off, ...names] = /^_(Un)?[Rr]egister(?:(\w+)Event|Event(\w+))$/.exec(name) ?? [];
    const event = names.find((found) => found !== undefined);
    if (event !== undefined) {
      this.#host.listen(object, event, off === undefined);
      return null;
    }
    if (object.type === "Service") return this.#host.callService(object.id ?? "", name, args) ?? null;
    const method = object.methods?.[name];
    if (!method) throw notSimulated(`${object.type}.${name}()`);
    const value = method(...args);
    return isHostObject(value) ? this.#identity(value) : (value ?? null);
  }

  #identity(object: HostObject): Record<string, unknown> {
    const name = this.#host.kept.nameOf(object);
    return {
      ...(name === undefined ? {} : { _ReferenceId: name }),
      ...(object.id === undefined ? {} : { Id: object.id }),
    };
  }
}
