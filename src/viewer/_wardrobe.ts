import { isDark, isPale } from "./_ink.ts";
import { dressingOf, presented } from "./_safe-style.ts";
import { styleSheet } from "./_style-sheet.ts";

/** What the elements of one document wear. Equal styles are written once, as a class of the document's own. */
export interface Wardrobe {
  /** Takes up the text of a style sheet in the document. */
  readonly read: (text: string) => void;
  /**
   * What an element wears by its name and attributes; `before` is what they may change, `isOnDark` whether it stands on a dark ground. Pale text does
   * only there.
   */
  readonly dress: (name: string, attributes: Attributes, before: string, isOnDark: boolean) => Dressed;
  /** The class of these declarations: " class=\"d7\"", or nothing where there are none. */
  readonly worn: (style: string) => string;
  /** The rules of all classes; `body` is what the whole document wears. */
  readonly sheet: (body: string) => string;
}

export interface Dressed {
  readonly style: string;
  /** Whether nothing in it is shown. */
  readonly hidden: boolean;
  /** Whether what stands in it stands on a dark ground. */
  readonly dark: boolean;
}

export type Attributes = ReadonlyMap<string, string>;

/** A short sheet can say much of each of many elements; so many characters of it are written out for one document. */
const MOST_RULED = 8_000_000;

/** `scope` is the class of the element around the document, so that two documents of one page keep their styles apart. */
export function wardrobeOf(scope: string): Wardrobe {
  const sheet = styleSheet();
  const known = new Map<string, Dressed>();
  const classes = new Map<string, string>();
  let left = MOST_RULED;
  return {
    read: (text) => {
      sheet.read(text);
    },
    dress: (name, attributes, before, isOnDark) => {
      if (attributes.size === 0 && before === "")
        return { style: sheet.styleOf(name, ""), hidden: false, dark: isOnDark };
      const ruled = left < 0 ? "" : sheet.styleOf(name, attributes.get("class") ?? "");
      const dressedAs = `${before}${presented(name, attributes)}${ruled}`;
      const declared = attributes.get("style") ?? "";
      const key = [dressedAs, declared, attributes.has("hidden"), isOnDark].join("\0");
      const old = known.get(key);
      if (old !== undefined) return old;
      left -= ruled.length;
      const own = dressingOf(declared);
      const dressed = {
        ...seen(lastOfEach(`${dressedAs}${own.style}`), isOnDark),
        hidden: own.hidden || attributes.has("hidden"),
      };
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

/** The style without a colour that could not be seen where it stands, and whether what stands in it stands on a dark ground. */
function seen(style: string, isOnDark: boolean): { readonly style: string; readonly dark: boolean } {
  const ground = /(?:^|;)background-color:([^;]*);/.exec(style)?.[1];
  const dark = ground === undefined ? isOnDark : isDark(ground) || (isOnDark && ground === "transparent");
  const colour = /(?:^|;)(color:([^;]*);)/.exec(style);
  return { style: colour === null || dark || !isPale(colour[2]!) ? style : style.replace(colour[1]!, ""), dark };
}

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
