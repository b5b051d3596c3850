/** Exact numbers of the report, worded for people and placed for a drawing. Nothing is decided here. */

/** The number, near enough to draw it: "820/6603" or "371200000". */
export function drawn(value: string): number {
  const [over, under] = value.split("/");
  return under === undefined ? Number(over) : Number(over) / Number(under);
}

const UNITS: Readonly<Record<string, string>> = { ratio: "%", bp: " basis points", currency: "", count: "" };

/** "371,200,000 USD", "12%", and "≈ 12.42%" where there is no finite decimal. */
export function worded(value: string, unit: string): string {
  const isRatio = unit === "ratio";
  const suffix = UNITS[unit] ?? ` ${unit}`;
  if (value.includes("/")) return `≈ ${(drawn(value) * (isRatio ? 100 : 1)).toPrecision(6)}${suffix}`;
  return `${grouped(isRatio ? timesHundred(value) : value)}${suffix}`;
}

/** The point moved by two places: no arithmetic that could round. */
function timesHundred(value: string): string {
  const [, sign, whole, part] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return value;
  const digits = `${part ?? ""}00`;
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = digits.slice(2).replace(/0+$/, "");
  return `${sign}${moved}${rest === "" ? "" : `.${rest}`}`;
}

function grouped(value: string): string {
  const [whole, part] = value.split(".");
  const head = (whole ?? "").replace(/\B(?=(?:\d{3})+$)/g, ",").replace("-", "−");
  return part === undefined ? head : `${head}.${part}`;
}
