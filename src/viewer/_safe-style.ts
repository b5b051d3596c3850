/** The declarations of a document that may dress it: they colour, align and space what they stand on, and reach nothing else. */

const SIDES = "(?:-(?:top|right|bottom|left))?";
const PROPERTY = new RegExp(
  `^(?:text-(?:align|indent|decoration(?:-line|-style)?|transform)|vertical-align|white-space|line-height|letter-spacing|` +
    `color|background-color|font(?:-(?:weight|style|size|family|variant))?|(?:min-)?width|padding${SIDES}|margin${SIDES}|` +
    `border${SIDES}(?:-(?:width|style|color))?|border-(?:collapse|spacing)|list-style-type|display)$`,
);
/** Words, lengths and colours; a bracket only behind rgb. No quote, so that nothing can be left open. */
const VALUE = /^(?:[\w .,%#/+-]|rgba?\([\d ,.%]{1,40}\)){1,160}$/i;
const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d ,.%]{1,40}\))$/i;
const SET_BACK = /^-(?:\d{1,2}(?:\.\d{1,4})?(?:px|pt)?|\d(?:\.\d{1,4})?(?:em|in|cm)|\.\d{1,4}(?:em|in|cm))$/;
const LONGEST = 4000;
/** Five digits; three of a unit that is larger than those of print; or a power of ten, however small. */
const TOO_LONG = /(?<![.#\w])(?:\d{5}|\d{3}[\d.]*(?!px|pt|mm)[a-z]|[\d.]+e[+-]?\d)/;
/** How a line below text looks, without its thickness: a thick one would lie over what stands around. */
const LINE = /^(?:(?:[a-z-]+|#[0-9a-f]{3,8}|rgba?\([\d ,.%]{1,40}\))(?: |$))+$/;
/** Below some four pixels, or a third of what is around: nobody could read it, and lines would lie over each other. */
const TOO_SMALL =
  /^\+?(?=[.\d])0*(?:(?:\.0*)?(?:[a-z]{1,4}|%)?|\.[0-2]\d*(?:r?em|ex)?|[0-3]?(?:\.\d*)?(?:px|pt)|[0-2]?\d(?:\.\d*)?%|\.0[0-4]\d*(?:in|cm))$/;

export interface Dressing {
  /** What is left of the declarations: "color:red;margin-top:2pt", or nothing. */
  readonly style: string;
  /** Whether they say that nothing is shown. */
  readonly hidden: boolean;
}

const BARE: Dressing = { style: "", hidden: false };

export function dressingOf(declarations: string): Dressing {
  if (declarations === "") return BARE;
  let style = "";
  let hidden = false;
  for (const declaration of declarations.slice(0, LONGEST).split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = plainValue(declaration.slice(colon + 1));
    if (name === "display" && value === "none") hidden = true;
    else if (name === "visibility" && (value === "hidden" || value === "collapse")) hidden = true;
    else if (name === "background" && COLOUR.test(value)) style += `background-color:${value};`;
    else if (PROPERTY.test(name) && VALUE.test(value) && staysInside(name, value)) style += `${name}:${value};`;
  }
  return { style, hidden };
}

const plainValue = (written: string): string =>
  written
    .replace(/["'\t\r\n\f]/g, " ")
    .replace(/!\s{0,9}important\s{0,9}$/i, "")
    .trim()
    .replace(/ {2,}/g, " ")
    .toLowerCase();

/** A box drawn out of its place, or wider than any paper, could lie over what the page says of it. */
function staysInside(name: string, value: string): boolean {
  if (name === "display") return value === "inline" || value === "inline-block" || value === "block";
  if (TOO_LONG.test(value)) return false;
  if (name.startsWith("text-decoration")) return LINE.test(value);
  if (/^(?:font|font-size|line-height)$/.test(name) && value.split(/[ /]/).some((size) => TOO_SMALL.test(size)))
    return false;
  if (name === "text-indent") return !value.startsWith("-") || SET_BACK.test(value);
  return !/^(?:margin|padding|letter|line|width|min)/.test(name) || !value.includes("-");
}

/** What the attributes of old pages say, as declarations. */
export function presented(name: string, attributes: ReadonlyMap<string, string>): string {
  let style = "";
  for (const [attribute, value] of attributes) style += presentedBy(name, attribute, value.trim().toLowerCase());
  return style;
}

const ALIGNED = /^(?:left|right|center|justify)$/;
const UPRIGHT = /^(?:top|middle|bottom|baseline)$/;
const WIDE = /^\d{1,4}(?:\.\d{1,4})?%?$/;
const SIZES = ["", "x-small", "small", "medium", "large", "x-large", "xx-large", "48px"];
const PART = /^(?:table|td|th|tr|col|colgroup|thead|tbody|tfoot)$/;

function presentedBy(name: string, attribute: string, value: string): string {
  switch (attribute) {
    case "align":
      if (name === "table") return tablePlaced(value);
      if (name === "img" || name === "hr") return "";
      return ALIGNED.test(value) ? `text-align:${value};` : value === "middle" ? "text-align:center;" : "";
    case "valign":
      return UPRIGHT.test(value) ? `vertical-align:${value};` : "";
    case "width":
      return PART.test(name) && WIDE.test(value) ? `width:${value}${value.endsWith("%") ? "" : "px"};` : "";
    case "bgcolor":
      return coloured("background-color", value);
    case "color":
      return name === "font" ? coloured("color", value) : "";
    case "text":
      return name === "body" ? coloured("color", value) : "";
    case "face":
      return name === "font" ? dressingOf(`font-family:${value.replace(/[;:]/g, " ")}`).style : "";
    case "size":
      return name === "font" ? sized(value) : "";
    case "nowrap":
      return "white-space:nowrap;";
    default:
      return "";
  }
}

const tablePlaced = (value: string): string =>
  value === "center" ? "margin-left:auto;margin-right:auto;" : value === "right" ? "margin-left:auto;" : "";

const coloured = (property: string, value: string): string =>
  /^[0-9a-f]{6}$/.test(value) ? `${property}:#${value};` : COLOUR.test(value) ? `${property}:${value};` : "";

function sized(value: string): string {
  const step = /^([+-]?)(\d)$/.exec(value);
  if (step === null) return "";
  const by = step[2]!.charCodeAt(0) - 48;
  const size = step[1] === "+" ? 3 + by : step[1] === "-" ? 3 - by : by;
  return `font-size:${SIZES[Math.max(1, Math.min(7, size))]};`;
}
