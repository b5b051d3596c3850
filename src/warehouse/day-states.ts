import { addState, lead, next, range, type States } from "./automaton-states.ts";

const ZERO = 48;
const MINUS = 45;

type Way = readonly [from: number, digits: readonly number[]];

/**
 * The states of a day as 2007-09-29, of the years 1000 to 9999: exactly those that the Gregorian calendar has. Which years are leap years is regular: of every two
 * digits only the last one, and whether the one before is even, say if 4 divides them. Answers with the state behind the last digit.
 */
export function dayStates(states: States, start: number): number {
  const behind = (...ways: readonly Way[]): number => {
    const state = addState(states);
    for (const [from, digits] of ways)
      lead(
        states,
        [from],
        digits.map((digit) => ZERO + digit),
        state,
      );
    return state;
  };
  const dash = (from: number): number => next(states, [from], [MINUS]);
  const months = yearStates(behind, start).map(dash);
  return dayOfMonth(behind, monthStates(behind, months).map(dash));
}

type Behind = (...ways: readonly Way[]) => number;

const EVEN = [0, 2, 4, 6, 8];
const ODD = [1, 3, 5, 7, 9];
/** The last digits of numbers that 4 divides, behind an even digit and behind an odd one. */
const FOURS_BEHIND_EVEN = [0, 4, 8];
const FOURS_BEHIND_ODD = [2, 6];
const others = (digits: readonly number[]): readonly number[] => range(0, 9).filter((digit) => !digits.includes(digit));

/** Behind a leap year, and behind another. */
function yearStates(behind: Behind, start: number): readonly number[] {
  const even = behind([start, EVEN.slice(1)]);
  const odd = behind([start, ODD]);
  const fourth = behind([even, FOURS_BEHIND_EVEN], [odd, FOURS_BEHIND_ODD]);
  const century = behind([even, others(FOURS_BEHIND_EVEN)], [odd, others(FOURS_BEHIND_ODD)]);
  const evenTen = behind([fourth, EVEN], [century, EVEN.slice(1)]);
  const oddTen = behind([fourth, ODD], [century, ODD]);
  // 1900 is none, though 4 divides it.
  const noTen = behind([century, [0]]);
  const fours = FOURS_BEHIND_EVEN.slice(1);
  return [
    behind([evenTen, FOURS_BEHIND_EVEN], [oddTen, FOURS_BEHIND_ODD], [noTen, fours]),
    behind([evenTen, others(FOURS_BEHIND_EVEN)], [oddTen, others(FOURS_BEHIND_ODD)], [noTen, others(fours)]),
  ];
}

/** Behind a month of 31, 30, 29 and 28 days. */
function monthStates(behind: Behind, [leap, common]: readonly number[]): readonly number[] {
  const [ofLeap, ofCommon] = [behind([leap!, [0]]), behind([common!, [0]])];
  const late = behind([leap!, [1]], [common!, [1]]);
  const [long, short] = [
    [1, 3, 5, 7, 8],
    [4, 6, 9],
  ];
  return [
    behind([ofLeap, long], [ofCommon, long], [late, [0, 2]]),
    behind([ofLeap, short], [ofCommon, short], [late, [1]]),
    behind([ofLeap, [2]]),
    behind([ofCommon, [2]]),
  ];
}

function dayOfMonth(behind: Behind, [of31, of30, of29, of28]: readonly number[]): number {
  const first = behind([of31!, [0]], [of30!, [0]], [of29!, [0]], [of28!, [0]]);
  const middle = behind([of31!, [1, 2]], [of30!, [1, 2]], [of29!, [1, 2]], [of28!, [1]]);
  return behind(
    [first, range(1, 9)],
    [middle, range(0, 9)],
    [behind([of28!, [2]]), range(0, 8)],
    [behind([of30!, [3]]), [0]],
    [behind([of31!, [3]]), [0, 1]],
  );
}
