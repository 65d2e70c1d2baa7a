/** Private values kept in the workbook by name. Excel has one drawer for all add-ins, so that ours say whose they are. */
import type { Notes, Outcome } from "./port.ts";
import { done, type Session } from "./session.ts";

const PREFIX = "phuluc.";

export const readNotes = (session: Session): Promise<Outcome<Notes>> =>
  session.run("background", async (context) => {
    const { settings } = context.workbook;
    settings.load("items/key,items/value");
    await context.sync();
    const ours = settings.items.filter(({ key }) => key.startsWith(PREFIX));
    return done(Object.fromEntries(ours.map(({ key, value }) => [key.slice(PREFIX.length), value as unknown])));
  });

export const writeNotes = (session: Session, name: string, value: unknown): Promise<Outcome<null>> =>
  session.run("asked", async (context) => {
    const { settings } = context.workbook;
    const known = settings.getItemOrNullObject(PREFIX + name);
    known.load("value");
    await context.sync();
    const isThere = !known.isNullObject;
    if (value === null ? !isThere : isThere && JSON.stringify(known.value) === JSON.stringify(value)) return done(null);
    if (value === null) known.delete();
    else settings.add(PREFIX + name, value);
    await context.sync();
    return done(null);
  });
