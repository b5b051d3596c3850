/** Whether the colours of a document can be told from the white paper that it is shown on. */

const PALE_NAMES: ReadonlySet<string> = new Set(
  (
    "white transparent ivory snow azure mintcream honeydew ghostwhite whitesmoke floralwhite seashell aliceblue oldlace linen beige cornsilk " +
    "lightyellow lightcyan lavender lavenderblush antiquewhite papayawhip lemonchiffon lightgoldenrodyellow mistyrose blanchedalmond bisque " +
    "gainsboro yellow lightgray lightgrey moccasin peachpuff navajowhite wheat palegoldenrod canvas window field buttonface buttonhighlight " +
    "background infobackground highlighttext menu scrollbar threedface threedhighlight"
  ).split(" "),
);
const DARK_NAMES: ReadonlySet<string> = new Set(
  (
    "black navy darkblue mediumblue blue midnightblue royalblue steelblue darkslateblue indigo purple darkmagenta rebeccapurple maroon darkred " +
    "brown firebrick crimson red saddlebrown sienna darkgreen green forestgreen seagreen teal darkcyan darkolivegreen olive olivedrab " +
    "darkslategray darkslategrey slategray slategrey dimgray dimgrey gray grey"
  ).split(" "),
);
/** Weights of red, green and blue by eighths, so that white has 8 times 255. */
const WEIGHTS = [2, 5, 1] as const;
const PALE = 8 * 200;
const DARK = 8 * 150;
/** What lets most of the paper through, of 255. */
const FAINT = 100;

/** Text of this colour could hardly be seen on the paper. */
export function isPale(colour: string): boolean {
  const light = lightOf(colour);
  return light === undefined ? PALE_NAMES.has(colour) : light.alpha < FAINT || light.sum > PALE;
}

/** A ground of this colour lets pale text be seen. */
export function isDark(colour: string): boolean {
  const light = lightOf(colour);
  return light === undefined ? DARK_NAMES.has(colour) : light.alpha >= 2 * FAINT && light.sum < DARK;
}

function lightOf(colour: string): { readonly sum: number; readonly alpha: number } | undefined {
  const parts = colour.startsWith("#") ? hexParts(colour.slice(1)) : rgbParts(colour);
  if (parts === undefined) return undefined;
  return { sum: WEIGHTS.reduce((sum, weight, i) => sum + weight * parts[i]!, 0), alpha: parts[3] ?? 255 };
}

function hexParts(digits: string): readonly number[] | undefined {
  const size = digits.length === 3 || digits.length === 4 ? 1 : digits.length === 6 || digits.length === 8 ? 2 : 0;
  if (size === 0) return undefined;
  return Array.from({ length: digits.length / size }, (_, i) => {
    const part = digits.slice(i * size, (i + 1) * size);
    return Number.parseInt(size === 1 ? part + part : part, 16);
  });
}

/** Of a part of the alpha only its first decimal is read. */
function rgbParts(colour: string): readonly number[] | undefined {
  const inside = /^rgba?\(([\d ,.%]{1,40})\)$/.exec(colour)?.[1];
  const parts = inside?.split(/[ ,]/).filter((part) => part !== "") ?? [];
  if (parts.length < 3) return undefined;
  return parts.slice(0, 4).map((part, i) => {
    const whole = Number.parseInt(`0${part}`, 10);
    if (part.endsWith("%")) return Math.min(255, (whole * 255) / 100);
    if (i < 3) return Math.min(255, whole);
    return whole > 0 ? 255 : (Number.parseInt(part.split(".")[1]?.[0] ?? "0", 10) * 255) / 10;
  });
}
