/** What the ribbon refers to: pictures, addresses and words, each defined once. */
import type { Bilingual } from "../../shared/rule.ts";
import { PATHS, WELCOME } from "./facts.ts";
import { GROUPS, ICON_SIZES, TAB } from "./ribbon.ts";
import { element, parent, type Element } from "./xml.ts";

type Named<T> = Readonly<Record<string, T>>;

/** @param pages the resources that are pages, by name, as paths from the site's address */
export const resources = (base: string, pages: Named<string>): Element =>
  parent(
    "Resources",
    parent("bt:Images", ...images(base)),
    parent("bt:Urls", ...Object.entries(pages).map(([id, path]) => address("bt:Url", id, base + path))),
    parent("bt:ShortStrings", ...strings(labels())),
    parent("bt:LongStrings", ...strings(tips())),
  );

const images = (base: string): Element[] => {
  const icons = new Set(GROUPS.flatMap(({ icon, buttons }) => [icon, ...buttons.map((button) => button.icon)]));
  return [...icons].flatMap((icon) =>
    ICON_SIZES.map((size) =>
      address("bt:Image", `icon.${icon}.${String(size)}`, `${base}${PATHS.icons}/${icon}-${String(size)}.png`),
    ),
  );
};

/** Of at most 125 characters each. */
const labels = (): Named<Bilingual> => ({
  [`${TAB.id}.label`]: TAB.label,
  "welcome.label": WELCOME.title,
  ...Object.fromEntries(
    GROUPS.flatMap(({ id, label, buttons }) => [
      [`${id}.group`, label],
      ...buttons.map((button) => [`${button.id}.label`, button.label]),
    ]),
  ),
});

/** Of at most 250 characters each. */
const tips = (): Named<Bilingual> => ({
  "welcome.tip": WELCOME.text,
  ...Object.fromEntries(GROUPS.flatMap(({ buttons }) => buttons.map(({ id, tip }) => [`${id}.tip`, tip]))),
});

const address = (name: string, id: string, url: string): Element => element(name, { id, DefaultValue: url });

const strings = (words: Named<Bilingual>): Element[] =>
  Object.entries(words).map(([id, { vi, en }]) =>
    element("bt:String", { id, DefaultValue: vi }, [element("bt:Override", { Locale: "en-US", Value: en })]),
  );
