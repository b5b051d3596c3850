import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "./align.ts";

const letters = (text: string): readonly string[] => [...text];
const common = (a: string, b: string): string =>
  align(letters(a), letters(b))
    .map(([i]) => a[i])
    .join("");

describe("two lists", () => {
  it("that are the same are the same throughout", () => {
    expect(common("abcab", "abcab")).toBe("abcab");
  });

  it("keep what stands around an item put in, taken out or replaced", () => {
    expect(common("abcd", "abxcd")).toBe("abcd");
    expect(common("abcd", "abd")).toBe("abd");
    expect(common("abcd", "abxd")).toBe("abd");
  });

  it("keep the longer of two parts that have changed places", () => {
    expect(common("abcdefxy", "xyabcdef")).toBe("abcdef");
  });

  it("of items that are all repeated keep as many as there can be", () => {
    expect(common("ababab", "bababa").length).toBe(5);
    expect(common("xaxbxaxb", "xbxaxbxa").length).toBe(6);
  });

  it("take an empty text for equal to nothing", () => {
    expect(align(["", "a", ""], ["", "a", ""])).toEqual([[1, 1]]);
  });
});

/** The length of the longest common subsequence, the long way round. */
function longest(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const item of a) {
    const row = [0];
    for (const [j, other] of b.entries()) row.push(item === other ? above[j]! + 1 : Math.max(row[j]!, above[j + 1]!));
    above = row;
  }
  return above[b.length]!;
}

describe("any two lists", () => {
  const list = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { maxLength: 30 });

  it("are matched in order, by equal items, each once", () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const matches = align(a, b);
        matches.forEach(([i, j], n) => {
          expect(a[i]).toBe(b[j]);
          if (n > 0) expect(i > matches[n - 1]![0] && j > matches[n - 1]![1]).toBe(true);
        });
      }),
    );
  });

  it("without items that stand once are matched as far as possible", () => {
    // Short enough that no edit of them is given up. Ends that differ are kept whole: behind equal ones an item may stand once.
    const short = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { maxLength: 11 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        const double = (items: readonly string[]) => items.flatMap((item) => [item, item]);
        const [x, y] = [
          ["x", "x", ...double(a), ...a, "x"],
          ["y", "y", ...double(b), ...b, "y"],
        ];
        const once = x.some(
          (item) => x.filter((o) => o === item).length === 1 && y.filter((o) => o === item).length === 1,
        );
        if (!once) expect(align(x, y).length).toBeGreaterThanOrEqual(longest(x, y));
      }),
    );
  });
});

describe("long lists", () => {
  // So long that what goes with the square outlasts the time that a test has.
  const ORDER = 300_000;
  const lists: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
    "of one item": [new Array(ORDER).fill("a"), new Array(ORDER * 2).fill("a")],
    "with nothing in common": [
      Array.from({ length: ORDER }, (_, i) => `a${i}`),
      Array.from({ length: ORDER }, (_, i) => `b${i}`),
    ],
    "turned round": [
      Array.from({ length: ORDER }, (_, i) => `${i}`),
      Array.from({ length: ORDER }, (_, i) => `${ORDER - i}`),
    ],
    "of two items in turn": [
      Array.from({ length: ORDER }, (_, i) => `${i % 2}`),
      Array.from({ length: ORDER }, (_, i) => `${i % 3}`),
    ],
    "cut ever again at one end": [
      Array.from({ length: ORDER }, (_, i) => `${i >> 1}`),
      Array.from({ length: ORDER }, (_, i) => `${(i + 1) >> 1}`),
    ],
  };
  it.each(Object.entries(lists))("%s take a moment", (_, [a, b]) => {
    expect(align(a, b)).toBeDefined();
  });
});
