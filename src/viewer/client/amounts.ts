import { parse } from "../../exact/decimal.ts";
import { floor, multiply, tenTo, whole } from "../../exact/rational.ts";

/** Exact numbers of the report, worded for people and placed for a drawing. Nothing is decided here. */

/** The number, near enough to draw it: "820/6603" or "371200000". */
export function drawn(value: string): number {
  const [over, under] = value.split("/");
  return under === undefined ? Number(over) : Number(over) / Number(under);
}

const UNITS: Readonly<Record<string, string>> = { ratio: "%", bp: " basis points", currency: "", count: "" };

/** "371,200,000 USD", "12%", and "≈ 12.4186%" where there is no finite decimal. */
export function worded(value: string, unit: string): string {
  const isRatio = unit === "ratio" && /^-?[\d.]+$/.test(value);
  return `${rounded(isRatio ? timesHundred(value) : value)}${UNITS[unit] ?? ` ${unit}`}`;
}

/** The point moved by two places: no arithmetic that could round. */
function timesHundred(value: string): string {
  const [, sign, ahead, part] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (ahead === undefined) return value;
  const digits = `${part ?? ""}00`;
  const moved = `${ahead}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = digits.slice(2).replace(/0+$/, "");
  return `${sign}${moved}${rest === "" ? "" : `.${rest}`}`;
}

/** Digits that a fraction without an end is shown with. */
const SHOWN = 6;

/** The decimal with its thousands parted; a fraction, cut off after six digits, says that it is near. */
export function rounded(value: string): string {
  if (!value.includes("/")) return grouped(value);
  const exact = parse(value);
  if (exact === undefined) return value;
  const size = exact.n < 0n ? { n: -exact.n, d: exact.d } : exact;
  const ahead = floor(size).toString();
  let places = Math.max(0, SHOWN - (ahead === "0" ? 0 : ahead.length));
  // A small fraction begins with its first digit, not with its zeros.
  if (ahead === "0" && size.n > 0n)
    for (let probe = size.n * 10n; probe < size.d && places < 12; probe *= 10n) places++;
  const digits = floor(multiply(size, whole(tenTo(places))))
    .toString()
    .padStart(places + 1, "0");
  const cut = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return `≈ ${grouped(`${exact.n < 0n ? "-" : ""}${cut}`)}`;
}

function grouped(value: string): string {
  const [ahead, part] = value.split(".");
  const head = (ahead ?? "").replace(/\B(?=(?:\d{3})+$)/g, ",").replace("-", "−");
  return part === undefined ? head : `${head}.${part}`;
}
