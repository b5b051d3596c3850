import { dressingOf } from "./_safe-style.ts";

/** The rules of a document's style sheets that are resolved: those that name an element, its classes, or both. */
export interface StyleSheet {
  /** Takes up the text of a style element. */
  readonly read: (text: string) => void;
  /** What the rules say of an element, the least particular first. */
  readonly styleOf: (name: string, classes: string) => string;
}

interface Rule {
  readonly name: string;
  readonly classes: readonly string[];
  /** What the sheet says under this selector, by property: the declaration, and how much it weighs. */
  readonly declared: Map<string, { readonly style: string; readonly weight: number }>;
}

const MOST_RULES = 3000;
/** Of the classes of one element. */
const MOST_CLASSES = 20;
const LONGEST_SHEET = 500_000;
/** So many rules and declarations are weighed for one document; what is met later wears none of its sheet. */
const MOST_WEIGHED = 3_000_000;
/** What a sheet says of one element may be no longer; of more, what weighs least is left out. */
const LONGEST_RULED = 1000;
const SELECTOR = /^([a-z][a-z0-9]{0,20})?((?:\.[a-z_][\w-]{0,80}){0,4})$/i;
/** What only the whole sheet of a page makes sense of: half of it could make text unreadable. */
const ONLY_TOGETHER = /^(?:color|background-color|display|width|min-width|font-size|line-height|white-space)$/;

export function styleSheet(): StyleSheet {
  const rules = new Map<string, Rule[]>();
  const bySelector = new Map<string, Rule>();
  /** Classes that some rule names. */
  const named = new Set<string>();
  let count = 0;
  let left = MOST_WEIGHED;
  const known = new Map<string, string>();
  const ruleOf = (name: string, classes: readonly string[]): Rule => {
    const selector = `${name}.${[...classes].sort().join(".")}`;
    const old = bySelector.get(selector);
    if (old !== undefined) return old;
    const rule = { name, classes, declared: new Map() };
    bySelector.set(selector, rule);
    for (const one of classes) named.add(one);
    const key = classes[0] === undefined ? name : `.${classes[0]}`;
    const list = rules.get(key);
    if (list === undefined) rules.set(key, [rule]);
    else list.push(rule);
    return rule;
  };
  const keep = (selector: string, styles: readonly string[]): void => {
    const found = SELECTOR.exec(selector.trim());
    if (found === null || selector.trim() === "" || count >= MOST_RULES) return;
    const name = (found[1] ?? "").toLowerCase();
    const classes = (found[2] ?? "").split(".").slice(1);
    // More classes win over fewer, an element over none, a later declaration over an earlier one.
    const weight = classes.length * 2_000_000 + (name === "" ? 0 : 1_000_000) + count++;
    const { declared } = ruleOf(name, classes);
    for (const style of styles) {
      const property = style.slice(0, style.indexOf(":"));
      // Set anew, it stands behind those of its rule that it may have to win over ("margin" over "margin-left").
      declared.delete(property);
      declared.set(property, { style, weight });
    }
  };
  const weighed = (name: string, own: readonly string[]): string => {
    const matching = [name, ...own.map((one) => `.${one}`)].flatMap((key) => {
      const list = rules.get(key) ?? [];
      left -= list.length;
      return list.filter(
        (rule) => (rule.name === "" || rule.name === name) && rule.classes.every((c) => own.includes(c)),
      );
    });
    const all: { readonly style: string; readonly weight: number }[] = [];
    for (const { declared } of matching) {
      left -= declared.size;
      if (left < 0) return "";
      all.push(...declared.values());
    }
    all.sort((a, b) => a.weight - b.weight);
    const last = new Map<string, string>();
    let length = 0;
    for (const { style } of all.reverse()) {
      const property = style.slice(0, style.indexOf(":"));
      if (last.has(property)) continue;
      length += style.length + 1;
      if (length > LONGEST_RULED) break;
      last.set(property, `${style};`);
    }
    return [...last.values()].reverse().join("");
  };
  return {
    read: (text) => {
      if (text.length > LONGEST_SHEET) return;
      known.clear();
      for (const [selectors, declarations] of blocksOf(text)) {
        const styles = quiet(dressingOf(declarations).style);
        if (styles.length > 0) for (const selector of selectors.split(",")) keep(selector, styles);
      }
    },
    styleOf: (name, classes) => {
      if (count === 0) return "";
      const own = [...new Set(classes.split(/\s+/, MOST_CLASSES))].filter((one) => named.has(one));
      const key = `${name} ${own.join(" ")}`;
      const old = known.get(key);
      if (old !== undefined) return old;
      const style = left < 0 ? "" : weighed(name, own);
      known.set(key, style);
      return style;
    },
  };
}

const quiet = (style: string): readonly string[] =>
  style.split(";").filter((one) => one !== "" && !ONLY_TOGETHER.test(one.slice(0, one.indexOf(":"))));

/** Selectors and declarations of each plain rule. What begins with "@" is passed over with the blocks in it. */
function blocksOf(text: string): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  const sheet = withoutComments(text);
  for (let at = 0; at < sheet.length && found.length < MOST_RULES; ) {
    const open = sheet.indexOf("{", at);
    if (open < 0) break;
    // What stands before a semicolon is a rule without a block ("@import ...;").
    const before = sheet.slice(at, open);
    const selectors = before.slice(before.lastIndexOf(";") + 1).trim();
    const close = closing(sheet, open);
    if (!selectors.startsWith("@")) found.push([selectors, sheet.slice(open + 1, close)]);
    at = close + 1;
  }
  return found;
}

function withoutComments(text: string): string {
  let out = "";
  for (let at = 0; ; ) {
    const open = text.indexOf("/*", at);
    if (open < 0) return out + text.slice(at);
    out += `${text.slice(at, open)} `;
    const close = text.indexOf("*/", open + 2);
    if (close < 0) return out;
    at = close + 2;
  }
}

/** Where the block that opens here is closed; the end of the sheet where it is not. */
function closing(sheet: string, open: number): number {
  let depth = 0;
  for (let i = open; i < sheet.length; i++) {
    const c = sheet.charCodeAt(i);
    if (c === 123) depth++;
    else if (c === 125 && --depth === 0) return i;
  }
  return sheet.length;
}
