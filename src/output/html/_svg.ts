import type { Drawing, DrawnText, Look, Shape } from "../chart/drawing.ts";
import { textWidth } from "../chart/text-width.ts";
import { escaped } from "./_sheet.ts";

export interface SvgNames {
  /** Unique in the page; the picture's parts are named after it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly className: string;
}

/** A tenth of a unit is finer than any screen shows; as text it is the same on every machine. */
const fixed = (value: number): string => String(Math.round(value * 10) / 10);

/** A picture as SVG; its colours are the page's. */
export function svgMarkup(drawing: Drawing, { name, title, description, className }: SvgNames): string {
  const { width, height, shapes } = drawing;
  const looks = new Map<string, Look>();
  for (const shape of shapes) if (shape.kind === "bar") looks.set(lookName(shape.look), shape.look);
  const patterns = [...looks.values()].map((look) => patternMarkup(name, look)).join("");
  return [
    `<svg class="${className}" role="img" aria-labelledby="${name}-t ${name}-d" viewBox="0 0 ${fixed(width)} ${fixed(height)}" width="${fixed(width)}" height="${fixed(height)}">`,
    `<title id="${name}-t">${escaped(title)}</title><desc id="${name}-d">${escaped(description)}</desc>`,
    patterns === "" ? "" : `<defs>${patterns}</defs>`,
    ...shapes.map((shape) => shapeMarkup(name, shape)),
    "</svg>\n",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

const lookName = ({ colour, fill }: Look): string => `${fill.slice(0, 1)}${colour}`;
const colourOf = ({ colour }: Look): string => `var(--c${colour})`;

function patternMarkup(name: string, look: Look): string {
  if (look.fill === "plain") return "";
  const colour = colourOf(look);
  const [size, turn, ink] = {
    hatched: [6, ' patternTransform="rotate(45)"', `<rect width="2.5" height="6" style="fill:${colour}"/>`] as const,
    dotted: [6, "", `<circle cx="3" cy="3" r="1.6" style="fill:${colour}"/>`] as const,
    lined: [5, "", `<rect width="5" height="2" style="fill:${colour}"/>`] as const,
  }[look.fill];
  const ground = `<rect width="${size}" height="${size}" style="fill:var(--paper)"/>`;
  return `<pattern id="${name}-${lookName(look)}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turn}>${ground}${ink}</pattern>`;
}

function shapeMarkup(name: string, shape: Shape): string {
  switch (shape.kind) {
    case "bar": {
      const { look, x, y, width, height } = shape;
      // A box without height or width is not drawn at all; what is zero is a line.
      if (fixed(width) === "0" || fixed(height) === "0")
        return `<line x1="${fixed(x)}" y1="${fixed(y)}" x2="${fixed(x + width)}" y2="${fixed(y + height)}" style="stroke:${colourOf(look)};stroke-width:2"/>`;
      const fill = look.fill === "plain" ? colourOf(look) : `url(#${name}-${lookName(look)})`;
      const box = `x="${fixed(x)}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(height)}"`;
      return `<rect ${box} style="fill:${fill};stroke:${colourOf(look)}"/>`;
    }
    case "line": {
      const { from, to, dashed } = shape;
      const ends = `x1="${fixed(from.x)}" y1="${fixed(from.y)}" x2="${fixed(to.x)}" y2="${fixed(to.y)}"`;
      return `<line ${ends}${dashed ? ' stroke-dasharray="3 3"' : ""} class="axis"/>`;
    }
    case "text":
      return plate(shape) + textMarkup(shape);
  }
}

/** The ground of a text that stands on a pattern. */
function plate({ at, text, size, turned, on }: DrawnText): string {
  if (on === undefined || on.fill === "plain") return "";
  const long = textWidth(text, size) + 4;
  const high = size + 4;
  const [x, y, width, height] = turned
    ? [at.x - size + 1 - 2, at.y - long / 2, high, long]
    : [at.x - long / 2, at.y - size - 1, long, high];
  return `<rect class="plate" x="${fixed(x)}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(height)}" rx="2"/>`;
}

function textMarkup({ at, anchor, text, size, turned, figure, on }: DrawnText): string {
  const place = turned
    ? `transform="translate(${fixed(at.x)} ${fixed(at.y)}) rotate(-90)"`
    : `x="${fixed(at.x)}" y="${fixed(at.y)}"`;
  const id = figure === undefined ? "" : ` data-figure="${escaped(figure.id)}"`;
  const ground = on?.fill === "plain" ? ' class="inside"' : figure === undefined ? "" : ' class="value"';
  return `<text ${place} text-anchor="${anchor}" font-size="${fixed(size)}"${ground}${id}>${escaped(text)}</text>`;
}
