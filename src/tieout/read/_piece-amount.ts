import { isDigit } from "./text-line.ts";

/** An amount as far as it tells its place: a whole number of thousandths, the step it is printed in, its digits, and those behind the point. */
export interface PieceAmount {
  readonly scaled: number;
  readonly unit: number;
  readonly digits: number;
  readonly places: number;
}

const PLACES = 3;
/** Larger numbers of thousandths are not exact, and sums of them neither: they count for nothing. */
const EXACT = 2 ** 46;

export function pieceAmount(text: string): PieceAmount {
  let scaled = 0;
  let digits = 0;
  let places = -1;
  for (let i = 0; i < text.length && i < 60; i++) {
    const c = text.charCodeAt(i);
    if (c === 46 && places < 0) places = 0;
    else if (isDigit(c) && places < PLACES) {
      scaled = scaled * 10 + c - 48;
      digits++;
      if (places >= 0) places++;
    }
  }
  places = Math.max(0, places);
  const unit = digits === 0 ? 0 : 10 ** (PLACES - places);
  scaled *= unit;
  if (scaled > EXACT) return { scaled: 0, unit: 0, digits: 0, places };
  return { scaled: isNegative(text) ? -scaled : scaled, unit, digits, places };
}

export const isNegative = (text: string): boolean => text.includes("(") || /^\W{0,3}[-\u2212]\d/.test(text);
