/** How much of each kind keeps a submission from being taken, in words. */
import type { Bilingual } from "../rule.ts";

export interface StopCounts {
  readonly errors: number;
  readonly asks: number;
  /** That need an explanation and have none. */
  readonly warnings: number;
}

/** "2 lỗi, 1 câu hỏi và 3 cảnh báo chưa giải trình"; what there is none of is left out. */
export function sayStops({ errors, asks, warnings }: StopCounts): Bilingual {
  const parts: readonly (readonly [number, string, string, string])[] = [
    [errors, "lỗi", "error", "errors"],
    [asks, "câu hỏi", "question", "questions"],
    [warnings, "cảnh báo chưa giải trình", "unexplained warning", "unexplained warnings"],
  ];
  const told = parts.filter(([count]) => count > 0);
  const vi = told.map(([count, name]) => `${String(count)} ${name}`);
  const en = told.map(([count, , one, many]) => `${String(count)} ${count === 1 ? one : many}`);
  return { vi: join(vi, "và"), en: join(en, "and") };
}

const join = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${and} ${String(parts[parts.length - 1])}`;
