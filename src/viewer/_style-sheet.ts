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
  readonly style: string;
  /** More classes win over fewer, an element over none, a later rule over an earlier one. */
  readonly weight: number;
}

const MOST_RULES = 3000;
const LONGEST_SHEET = 500_000;
const SELECTOR = /^([a-z][a-z0-9]{0,20})?((?:\.[a-z_][\w-]{0,80}){0,4})$/i;
/** What only the whole sheet of a page makes sense of: half of it could make text unreadable. */
const ONLY_TOGETHER = /^(?:color|background-color|display|width|min-width|font-size|line-height|white-space)$/;

export function styleSheet(): StyleSheet {
  const rules = new Map<string, Rule[]>();
  let count = 0;
  const known = new Map<string, string>();
  const keep = (selector: string, style: string): void => {
    const found = SELECTOR.exec(selector.trim());
    if (found === null || selector.trim() === "" || count >= MOST_RULES) return;
    const name = (found[1] ?? "").toLowerCase();
    const classes = (found[2] ?? "").split(".").slice(1);
    const key = classes[0] === undefined ? name : `.${classes[0]}`;
    const weight = classes.length * 2_000_000 + (name === "" ? 0 : 1_000_000) + count++;
    const list = rules.get(key);
    const rule = { name, classes, style, weight };
    if (list === undefined) rules.set(key, [rule]);
    else list.push(rule);
  };
  return {
    read: (text) => {
      if (text.length > LONGEST_SHEET) return;
      known.clear();
      for (const [selectors, declarations] of blocksOf(text)) {
        const style = quiet(dressingOf(declarations).style);
        if (style !== "") for (const selector of selectors.split(",")) keep(selector, style);
      }
    },
    styleOf: (name, classes) => {
      if (count === 0) return "";
      const key = `${name} ${classes}`;
      const old = known.get(key);
      if (old !== undefined) return old;
      const own = classes.split(/\s+/, 20).filter((c) => c !== "");
      const found = [name, ...new Set(own).values()]
        .flatMap((one, i) => rules.get(i === 0 ? one : `.${one}`) ?? [])
        .filter((rule) => (rule.name === "" || rule.name === name) && rule.classes.every((c) => own.includes(c)))
        .sort((a, b) => a.weight - b.weight);
      const style = found.map((rule) => rule.style).join("");
      known.set(key, style);
      return style;
    },
  };
}

const quiet = (style: string): string =>
  style
    .split(";")
    .filter((one) => one !== "" && !ONLY_TOGETHER.test(one.slice(0, one.indexOf(":"))))
    .map((one) => `${one};`)
    .join("");

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
