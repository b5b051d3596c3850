/**
 * The closed list of what a shown document may hold. All else of a release is left out: what is not here can neither run, nor
 * fetch, nor reach over the rest of the page.
 */

/** Elements that are kept, without what they could do: a link is a span, a picture its words. */
const KEPT: ReadonlySet<string> = new Set(
  (
    "p div span br hr h1 h2 h3 h4 h5 h6 b strong i em u s sub sup small big center font pre code blockquote q cite abbr dl dt dd ol ul li " +
    "table caption colgroup col thead tbody tfoot tr th td section article aside address figure figcaption del ins mark tt"
  ).split(" "),
);
const VOID: ReadonlySet<string> = new Set(["br", "hr", "col"]);
/** Elements that are left out with all that stands in them. */
const SILENT: ReadonlySet<string> = new Set(
  (
    "script style template title head noscript noframes noembed iframe frame frameset object applet embed svg math audio video canvas " +
    "select textarea button datalist ix:header ix:hidden xbrl"
  ).split(" "),
);
/** What cannot be inside itself or elsewhere in HTML is shown as a plain box of the same kind. */
const SHOWN_AS: ReadonlyMap<string, string> = new Map([
  ["font", "span"],
  ["big", "span"],
  ["tt", "code"],
  ["center", "div"],
  ["section", "div"],
  ["article", "div"],
  ["aside", "div"],
  ["address", "div"],
  ["a", "span"],
]);

export type Treatment =
  | { readonly kind: "kept"; readonly name: string; readonly isVoid: boolean }
  | { readonly kind: "unwrapped" }
  | { readonly kind: "silent" };

export function treatmentOf(name: string): Treatment {
  if (SILENT.has(name)) return { kind: "silent" };
  if (!KEPT.has(name) && name !== "a") return { kind: "unwrapped" };
  return { kind: "kept", name: SHOWN_AS.get(name) ?? name, isVoid: VOID.has(name) };
}

const PROPERTIES =
  /^(?:text-(?:align|indent|decoration|transform)|vertical-align|white-space|line-height|letter-spacing|color|background-color|font-(?:weight|style|size|family|variant)|(?:min-)?width|padding(?:-(?:top|right|bottom|left))?|margin(?:-(?:top|right|bottom|left))?|border(?:-(?:top|right|bottom|left))?(?:-(?:width|style|color))?|border-collapse|border-spacing|display|visibility)$/;
/** Lengths, colours and words; a bracket only behind rgb. */
const VALUE = /^(?:[\w .,%#'"-]|rgba?\([\d ,.%]{1,40}\)){1,120}$/i;
const DISPLAYED = /^(?:none|block|inline|inline-block|table|table-row|table-cell)$/i;

/** The declarations of a style attribute that only dress what they stand on; the empty string where none is left. */
export function safeStyle(style: string): string {
  const kept: string[] = [];
  for (const declaration of style.slice(0, 2000).split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s{0,9}important\s{0,9}$/i, "")
      .trim();
    if (PROPERTIES.test(name) && VALUE.test(value) && staysInside(name, value)) kept.push(`${name}:${value}`);
  }
  return kept.join(";");
}

/** A box drawn out of its place could lie over what the page says of it. */
function staysInside(name: string, value: string): boolean {
  if (name === "display") return DISPLAYED.test(value);
  return !(name.startsWith("margin") && value.includes("-"));
}

const NUMBERED: ReadonlySet<string> = new Set(["colspan", "rowspan"]);
const ALIGNED = /^(?:left|right|center|justify|top|middle|bottom|baseline|char)$/i;
const WIDE = /^\d{1,4}(?:px|%)?$/;

/** The attributes that are kept, written out: " colspan=\"2\"". `attributes` has their values with entities resolved. */
export function safeAttributes(attributes: Readonly<Record<string, string>>): string {
  let out = "";
  let style = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (NUMBERED.has(name) && /^\d{1,3}$/.test(value)) out += ` ${name}="${value}"`;
    else if (name === "scope" && /^(?:row|col|rowgroup|colgroup)$/i.test(value)) out += ` scope="${value}"`;
    else if (name === "align" && ALIGNED.test(value)) style = `text-align:${value};${style}`;
    else if (name === "valign" && ALIGNED.test(value)) style = `vertical-align:${value};${style}`;
    else if (name === "width" && WIDE.test(value)) style = `width:${/\d$/.test(value) ? `${value}px` : value};${style}`;
    else if (name === "nowrap") style = `white-space:nowrap;${style}`;
    else if (name === "hidden") style = `${style};display:none`;
    else if (name === "style") style = `${style};${value}`;
  }
  const safe = safeStyle(style);
  return safe === "" ? out : `${out} style="${escapeText(safe)}"`;
}

export const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;"));

/**
 * Source text as it stands, with its entities left for the browser to read, so that every character keeps its place. What could
 * be taken for markup is escaped, and controls that turn text around or that no page may hold are left out.
 */
export const escapeSource = (text: string): string =>
  text
    .replace(/&(?!#\d{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{1,31};)/gi, "&amp;")
    .replace(/[<>]/g, (c) => (c === "<" ? "&lt;" : "&gt;"))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/&#(?:x0*(?:202[a-e]|206[6-9])|0*(?:823[4-8]|829[4-7]));/gi, "");
