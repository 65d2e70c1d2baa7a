/** Form, round and submission, kept in the workbook's own properties, where the service finds them in the file too. */
import type { Outcome, Properties, PropertyName } from "./port.ts";
import { done, type Session } from "./session.ts";

const NAMES: readonly PropertyName[] = [
  "PhulucForm",
  "PhulucRound",
  "PhulucVersion",
  "PhulucSubmission",
  "PhulucReceipt",
];

/** Excel cuts what is longer without a word. */
const MOST_CHARACTERS = 255;

async function read(context: Excel.RequestContext): Promise<Properties> {
  const { custom } = context.workbook.properties;
  const asked = NAMES.map((name) => {
    const property = custom.getItemOrNullObject(name);
    property.load("value");
    return { name, property };
  });
  await context.sync();
  const found = asked.filter(({ property }) => !property.isNullObject);
  return Object.fromEntries(found.map(({ name, property }) => [name, String(property.value)]));
}

export const readProperties = (session: Session): Promise<Outcome<Properties>> =>
  session.run("background", async (context) => done(await read(context)));

export const writeProperties = (session: Session, properties: Properties): Promise<Outcome<null>> =>
  session.run("asked", async (context) => {
    const known = await read(context);
    for (const name of NAMES) {
      const { [name]: value } = properties;
      if (value === undefined || value === known[name]) continue;
      if (value.length > MOST_CHARACTERS) throw new Error(`${name} is longer than a property can be`);
      context.workbook.properties.custom.add(name, value);
    }
    await context.sync();
    return done(null);
  });
