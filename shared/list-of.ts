/** Lists whose items are checked one after another until one is wrong: a list of a million wrong items has one fault to tell, not a million. */
import * as z from "zod";

/** @param most how many items at most */
export function listOf<Item extends z.ZodType>(item: Item, most: number): z.ZodType<readonly z.output<Item>[]> {
  const items = z.toJSONSchema(item, { io: "input", unrepresentable: "any" });
  delete items.$schema;
  return z
    .array(z.unknown())
    .max(most)
    .transform((given, context): readonly z.output<Item>[] => {
      const read: z.output<Item>[] = [];
      for (const [index, one] of given.entries()) {
        const parsed = item.safeParse(one);
        if (!parsed.success) {
          for (const { path, ...issue } of parsed.error.issues.slice(0, 1))
            context.issues.push({ ...issue, path: [index, ...path], input: one } as never);
          return z.NEVER;
        }
        read.push(parsed.data);
      }
      return read;
    })
    .meta({ items });
}
