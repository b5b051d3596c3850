/** What a style attribute says that changes how a page reads. Lengths are in twentieths of a point. */
export interface Style {
  readonly hidden: boolean;
  /** Undefined leaves it to the element around. */
  readonly bold: boolean | undefined;
  /** The size of print; below zero it is hundredths of that around it, and 0 leaves it so. */
  readonly size: number;
  readonly underlined: boolean;
  readonly indent: number;
  /** How thick the lines above and below are, 0 where there is none; a double line counts twice. */
  readonly ruleAbove: number;
  readonly ruleBelow: number;
  /** Whether white space is kept; undefined leaves it to the element around. */
  readonly preserved: boolean | undefined;
  /** A block that flows as text ("display: inline"). */
  readonly inline: boolean;
  /** Text that stands above the line, as a footnote mark does. */
  readonly raised: boolean;
  readonly pageBreak: boolean;
}

type Draft = { -readonly [K in keyof Style]: Style[K] };

export const PLAIN: Style = {
  hidden: false,
  bold: undefined,
  size: 0,
  underlined: false,
  indent: 0,
  ruleAbove: 0,
  ruleBelow: 0,
  preserved: undefined,
  inline: false,
  raised: false,
  pageBreak: false,
};

const UNITS: Readonly<Record<string, number>> = {
  pt: 20,
  px: 15,
  em: 200,
  rem: 200,
  ex: 100,
  in: 1440,
  cm: 567,
  mm: 57,
  pc: 240,
  "%": 100,
};
const LENGTH = /^([-+]?)(\d{0,6})(?:\.(\d{1,9}))?([a-z%]{0,3})$/;

/** A length such as "-9pt" or ".25in" in twentieths of a point; undefined where the word is no length. */
function lengthOf(word: string): number | undefined {
  const m = LENGTH.exec(word);
  if (m === null || (m[2] === "" && m[3] === undefined)) return undefined;
  const unit = m[4] === "" ? 15 : UNITS[m[4]!];
  if (unit === undefined) return undefined;
  let hundredths = 0;
  for (const digit of `${m[2]}${(m[3] ?? "").padEnd(2, "0").slice(0, 2)}`)
    hundredths = hundredths * 10 + digit.charCodeAt(0) - 48;
  const length = Math.round((hundredths * unit) / 100);
  return m[1] === "-" ? -length : length;
}

const SIZES: Readonly<Record<string, number>> = {
  "xx-small": 135,
  "x-small": 150,
  small: 195,
  medium: 240,
  large: 270,
  "x-large": 360,
  "xx-large": 480,
  smaller: -83,
  larger: -120,
};
const RELATIVE_SIZE = /(?:[^r]em|%)$/;

/** A size of print as written, as `Style` has it. */
function sizeOf(word: string): number {
  const named = SIZES[word];
  if (named !== undefined) return named;
  const length = lengthOf(word) ?? 0;
  if (length <= 0) return 0;
  if (RELATIVE_SIZE.test(word)) return -Math.round(word.endsWith("%") ? length / 100 : length / 2);
  return word.endsWith("rem") ? Math.round((length * 6) / 5) : length;
}

const wordsOf = (value: string): string[] => value.split(/[ \t\n\r\f]/).filter((word) => word !== "");

/** The value for one side (0 top, 1 right, 2 bottom, 3 left) of a shorthand with one to four values. */
function side(words: readonly string[], which: number): string {
  const [top = "", right = top, bottom = top, left = right] = words;
  return [top, right, bottom, left][which]!;
}

const LINE_STYLES = new Set(["solid", "double", "dashed", "dotted", "groove", "ridge", "inset", "outset"]);
const UNSEEN_COLOURS = new Set(["transparent", "white", "#fff", "#ffffff", "rgb(255,255,255)"]);
const THIN = 20;
const MEDIUM = 50;
const THICKNESSES: Readonly<Record<string, number>> = { thin: THIN, medium: MEDIUM, thick: 100 };

/** The thickness of a border as written ("1pt solid #000", "black 2.5pt double"); 0 where none is drawn. */
function thicknessOf(value: string): number {
  let drawn = false;
  let times = 1;
  let thickness = MEDIUM;
  for (const word of wordsOf(value)) {
    if (UNSEEN_COLOURS.has(word)) return 0;
    if (LINE_STYLES.has(word)) drawn = true;
    if (word === "double") times = 2;
    thickness = THICKNESSES[word] ?? lengthOf(word) ?? thickness;
  }
  return drawn && thickness > 0 ? thickness * times : 0;
}

/** The longhands that say only whether a line is drawn, and how thick; `part` is "style" or "width". */
function applyBorderPart(draft: Draft, part: string, above: string, below: string): void {
  const drawn = (word: string, before: number): number => {
    if (part === "style") return LINE_STYLES.has(word) ? Math.max(before, THIN) : word === "" ? before : 0;
    return (THICKNESSES[word] ?? lengthOf(word)) === 0 ? 0 : before;
  };
  draft.ruleAbove = drawn(above, draft.ruleAbove);
  draft.ruleBelow = drawn(below, draft.ruleBelow);
}

function applyBorder(draft: Draft, property: string, value: string): void {
  const [, where = "", part = ""] = property.split("-");
  if (where === "" || where === "top" || where === "bottom") {
    if (part === "") {
      const thickness = thicknessOf(value);
      if (where !== "bottom") draft.ruleAbove = thickness;
      if (where !== "top") draft.ruleBelow = thickness;
    } else if (part !== "color")
      applyBorderPart(draft, part, where === "top" ? value : "", where === "bottom" ? value : "");
  } else if (where === "style" || where === "width") {
    const words = wordsOf(value);
    applyBorderPart(draft, where, side(words, 0), side(words, 2));
  }
}

const RAISED = new Set(["super", "text-top"]);

function apply(draft: Draft, property: string, value: string): void {
  switch (property) {
    case "display":
      draft.hidden ||= value === "none";
      draft.inline = value.startsWith("inline");
      break;
    case "visibility":
      draft.hidden ||= value === "hidden" || value === "collapse";
      break;
    case "font-weight":
      draft.bold = value === "bold" || value === "bolder" || (lengthOf(value) ?? 0) >= 600 * 15;
      break;
    case "font":
      if (/(?:^| )(?:bold|bolder|[6-9]00) /.test(value)) draft.bold = true;
      // The size of the shorthand is the first of its words that is a length, before the height of a line.
      draft.size = sizeOf(
        wordsOf(value)
          .find((word) => /^[.\d]/.test(word) && /[a-z%]/.test(word))
          ?.split("/")[0] ?? "",
      );
      break;
    case "font-size":
      draft.size = sizeOf(value);
      break;
    case "text-decoration":
      draft.underlined = value.includes("underline");
      break;
    case "padding":
    case "margin":
      draft.indent += lengthOf(side(wordsOf(value), 3)) ?? 0;
      break;
    case "padding-left":
    case "margin-left":
    case "text-indent":
      draft.indent += lengthOf(value) ?? 0;
      break;
    case "white-space":
      // "pre-wrap" is set on whole pages of ordinary prose, so it neither keeps columns nor folds them.
      if (value === "pre") draft.preserved = true;
      else if (value === "normal" || value === "nowrap") draft.preserved = false;
      break;
    case "vertical-align":
      draft.raised ||= RAISED.has(value);
      break;
    case "top":
      draft.raised ||= (lengthOf(value) ?? 0) < 0;
      break;
    case "page-break-before":
    case "page-break-after":
    case "break-before":
    case "break-after":
      draft.pageBreak ||= value === "always" || value === "page" || value === "left" || value === "right";
      break;
    default:
      if (property.startsWith("border")) applyBorder(draft, property, value);
  }
}

/** Reads declarations ("padding-left: 9pt; font-weight: 700"). */
export function styleOf(written: string): Style {
  const draft: Draft = { ...PLAIN };
  let indentWritten = false;
  for (const declaration of written.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    let value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    if (value.endsWith("!important")) value = value.slice(0, -10).trimEnd();
    // A longhand after its shorthand takes its place, where the two would otherwise add.
    if (property === "padding-left" && indentWritten) draft.indent = 0;
    indentWritten ||= property === "padding";
    apply(draft, property, value);
  }
  // "top" moves only what is positioned; text pushed down and up again by tables is not raised.
  if (draft.raised && !written.includes("super") && !written.includes("relative")) draft.raised = false;
  return draft;
}
