import type { Relation } from "./relation.ts";
import { doubtful } from "./saying.ts";
import { type Line, placeIn, type Scene } from "./scene.ts";

/** "Norlund Corporation (NYSE: NRL)". */
interface Listing {
  readonly company: string;
  readonly exchange: string;
  readonly symbol: string;
  readonly print: string;
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

const MAYBE = /NYSE|N(?:ASDAQ|asdaq)|AMEX|TSX|LSE|ASX|OTC|TASE/;
const BRACKET =
  /\((?:the )?"?(NYSE|NASDAQ|Nasdaq|NasdaqGS|AMEX|TSX|TSXV|LSE|ASX|TASE|OTC\w{0,4})(?: (?:American|Arca|MKT|Global|Select|Capital|Market|National|GS|GM|CM)){0,4} ?: ?"?([A-Z]{1,5}(?:[.-][A-Z]{1,2})?)"?\)/g;
const NAME = /(?:[\p{Lu}&][\p{L}\p{N}&'’.-]{0,24},? ){1,6}$/u;
const FORM = /,? (?:inc|incorporated|corporation|corp|company|co|ltd|limited|llc|plc|n\.?v|s\.?a|ag|se|lp|l\.p)\.?$/;

/** Two symbols or two exchanges for one company (T51). */
export function tickers(scene: Scene): readonly Relation[] {
  const first = new Map<string, Listing>();
  const relations: Relation[] = [];
  for (const listing of listingsOf(scene)) {
    const other = first.get(listing.company);
    if (other === undefined) first.set(listing.company, listing);
    else if (other.symbol !== listing.symbol || other.exchange !== listing.exchange)
      relations.push(differing(other, listing));
  }
  return relations.slice(0, 1);
}

function listingsOf({ lines }: Scene): readonly Listing[] {
  const found: Listing[] = [];
  for (const line of lines) {
    if (!MAYBE.test(line.text)) continue;
    for (const m of line.text.matchAll(BRACKET)) {
      const name = NAME.exec(line.text.slice(Math.max(0, m.index - 80), m.index));
      if (name === null) continue;
      const company = name[0].trim().replace(/,$/, "").toLowerCase().replace(FORM, "").replace(FORM, "");
      const exchange = m[1]!.toUpperCase().replace(/^NASDAQGS$/, "NASDAQ");
      found.push({ company, exchange, symbol: m[2]!, print: m[0], line, from: m.index, to: m.index + m[0].length });
    }
  }
  return found;
}

const differing = (a: Listing, b: Listing): Relation =>
  doubtful(
    {
      rule: "T51",
      kind: "listing",
      text: `${a.print} = ${b.print}`,
      evidence: "the name before both brackets",
      figures: [],
    },
    {
      code: "ticker-differs",
      severity: "warning",
      message: `The same company is "${a.print}" in one place and "${b.print}" in another.`,
      remedy: "Check the exchange and the symbol.",
      at: placeIn(b.line, b.from, b.to),
    },
  );
