import { format, parse } from "../../exact/decimal.ts";
import { decimal, multiply } from "../../exact/rational.ts";
import type { ReportFigure } from "../../tieout/report/report.ts";
import { rounded } from "./amounts.ts";

/** How the digits of a print stand to its value: value = print times ten to the power. */
export interface PrintScale {
  readonly power: number;
  /** What is counted in it: "USD millions", "%", "USD/share"; empty where the number stands for itself. */
  readonly words: string;
}

const POWERS = [0, 3, 6, 9, 12, -2, -4] as const;
const NAMES: Readonly<Record<number, string>> = { 3: "thousands", 6: "millions", 9: "billions", 12: "trillions" };

/** The scale that a figure is printed in, so that its ends can be told as the page would print them. */
export function printScale({ text, value = "", unit = "" }: ReportFigure): PrintScale {
  const power = powerOf(text, value) ?? (unit === "ratio" ? -2 : 0);
  return { power, words: unitWords(unit, power) };
}

function powerOf(text: string, value: string): number | undefined {
  const [, sure, places = ""] = /^\D*([\d.,\s']*?\d)(?:[.,](\d{1,2}|\d{4,}))?\D*$/.exec(text) ?? [];
  if (sure === undefined) return undefined;
  const print = parse(`${sure.replace(/\D/g, "")}${places === "" ? "" : `.${places}`}`);
  const wanted = parse(value.replace("-", ""));
  if (print === undefined || wanted === undefined || print.n === 0n) return undefined;
  return POWERS.find((power) => {
    const scaled = multiply(print, decimal(1n, power));
    return scaled.n === wanted.n && scaled.d === wanted.d;
  });
}

function unitWords(unit: string, power: number): string {
  if (unit === "ratio") return power === -2 ? "%" : "";
  const base = unit === "count" || unit === "currency" ? "" : unit === "bp" ? "basis points" : unit;
  return [base, NAMES[power] ?? ""].filter((word) => word !== "").join(" ");
}

/** An amount of the report as the page would print it: "64150000" in millions is "64.15"; "≈ 62.3583" where it has no end. */
export function inScale(value: string, { power }: PrintScale): string {
  const exact = parse(value);
  return exact === undefined ? value : rounded(format(multiply(exact, decimal(1n, -power))));
}
