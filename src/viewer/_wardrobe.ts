import { dressingOf, presented } from "./_safe-style.ts";
import { styleSheet } from "./_style-sheet.ts";

/** What the elements of one document wear. Equal styles are written once, as a class of the document's own. */
export interface Wardrobe {
  /** Takes up the text of a style sheet in the document. */
  readonly read: (text: string) => void;
  /** What an element wears by its name and attributes; `before` is what they may change, `hidden` whether nothing in it is shown. */
  readonly dress: (name: string, attributes: Attributes, before: string) => { style: string; hidden: boolean };
  /** The class of these declarations: " class=\"d7\"", or nothing where there are none. */
  readonly worn: (style: string) => string;
  /** The rules of all classes; `body` is what the whole document wears. */
  readonly sheet: (body: string) => string;
}

export type Attributes = ReadonlyMap<string, string>;

/** A short sheet can say much of each of many elements; so many characters of it are written out for one document. */
const MOST_RULED = 8_000_000;

/** `scope` is the class of the element around the document, so that two documents of one page keep their styles apart. */
export function wardrobeOf(scope: string): Wardrobe {
  const sheet = styleSheet();
  const known = new Map<string, { style: string; hidden: boolean }>();
  const classes = new Map<string, string>();
  let left = MOST_RULED;
  return {
    read: (text) => {
      sheet.read(text);
    },
    dress: (name, attributes, before) => {
      if (attributes.size === 0 && before === "") return { style: sheet.styleOf(name, ""), hidden: false };
      const ruled = left < 0 ? "" : sheet.styleOf(name, attributes.get("class") ?? "");
      const dressedAs = `${before}${presented(name, attributes)}${ruled}`;
      const declared = attributes.get("style") ?? "";
      const key = [dressedAs, declared, attributes.has("hidden")].join("\0");
      const old = known.get(key);
      if (old !== undefined) return old;
      left -= ruled.length;
      const own = dressingOf(declared);
      const style = `${dressedAs}${own.style}`;
      const dressed = { style: lastOfEach(style), hidden: own.hidden || attributes.has("hidden") };
      known.set(key, dressed);
      return dressed;
    },
    worn: (style) => {
      if (style === "") return "";
      const name = classes.get(style) ?? `d${classes.size + 1}`;
      classes.set(style, name);
      return ` class="${name}"`;
    },
    // An id weighs more than any class of the page around, whether or not there is an element of that name.
    sheet: (body) =>
      [["", body], [">*", AS_WIDE_AS_ITS_TABLES], ...[...classes].map(([style, name]) => [` .${name}`, style])]
        .map(([name, style]) => (style === "" ? "" : `:is(#_,.${scope})${name}{${style}}\n`))
        .join(""),
  };
}

/** A page may lay out each of the document's blocks for itself, and cuts off what is wider than the block. */
const AS_WIDE_AS_ITS_TABLES = "min-width:min-content;";

/** A property that is declared again takes its place at the end, as it does for a browser. */
function lastOfEach(style: string): string {
  const all = style.split(";").filter((one) => one !== "");
  const kept = new Map<string, string>();
  for (const one of all) {
    const name = one.slice(0, one.indexOf(":"));
    kept.delete(name);
    kept.set(name, one);
  }
  return [...kept.values()].map((one) => `${one};`).join("");
}
