import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY, endOf, join, type Printed, part, placeOf, startOf, trim, verbatim } from "./printed.ts";

/**
 * A stretch of a source and what is printed of it: a run of letters as they are, an entity for one character (or for one
 * that takes two code units), white space folded to a space, or a tag that prints nothing.
 */
interface Stretch {
  readonly source: string;
  readonly text: string;
}

const run = fc.string({ unit: fc.constantFrom("a", "7", ".", "$", " "), minLength: 1, maxLength: 6 });
const stretch: fc.Arbitrary<Stretch> = fc.oneof(
  run.map((s) => ({ source: s, text: s })),
  fc.constantFrom(
    { source: "&amp;", text: "&" },
    { source: "&#160;", text: "\u00a0" },
    { source: "&#x1D7CF;", text: "\u{1D7CF}" },
    { source: "&#8212;", text: "—" },
  ),
  fc.constantFrom({ source: "\r\n   ", text: " " }, { source: "\t\t", text: " " }, { source: "\n", text: " " }),
  fc.constantFrom({ source: "<b>", text: "" }, { source: "</td><td class='n'>", text: "" }),
);
const stretches = fc.array(stretch, { maxLength: 12 });

interface Sample {
  readonly source: string;
  readonly printed: Printed;
  /** For each code unit of the text, the place it came from. */
  readonly places: readonly (readonly [number, number])[];
}

/** A source with something before it, so that offsets in text and source differ, and the text with its places. */
function sample(list: readonly Stretch[], before: string): Sample {
  let source = before;
  let text = "";
  const pieces: number[] = [];
  const places: [number, number][] = [];
  for (const s of list) {
    const start = source.length;
    source += s.source;
    if (s.text === "") continue;
    pieces.push(text.length, start, source.length);
    const plain = s.text.length === s.source.length;
    for (let i = 0; i < s.text.length; i++) places.push(plain ? [start + i, start + i + 1] : [start, source.length]);
    text += s.text;
  }
  return { source, printed: { text, pieces }, places };
}
const anySample = fc.tuple(stretches, fc.constantFrom("", "<p>", "<table border=1>\n")).map(([l, b]) => sample(l, b));

function holds(printed: Printed, places: readonly (readonly [number, number])[]): void {
  expect(printed.text.length).toBe(places.length);
  for (let i = 0; i < places.length; i++) {
    expect([startOf(printed, i), endOf(printed, i + 1)]).toEqual(places[i]);
    expect(placeOf(printed, i, i + 1)).toEqual({ start: places[i]![0], end: places[i]![1] });
  }
}

/** Two cut points of a text, in order. */
const cut = (length: number, a: number, b: number): [number, number] => {
  const x = a % (length + 1);
  const y = b % (length + 1);
  return x <= y ? [x, y] : [y, x];
};

describe("a printed text", () => {
  test("of an ampersand, a tag and a fold points at each of them", () => {
    const source = "Food &amp; <b>Drink</b>\n  $&nbsp;1.5";
    const printed: Printed = {
      text: "Food & Drink $\u00a01.5",
      pieces: [0, 0, 5, 5, 5, 10, 6, 10, 11, 7, 14, 19, 12, 23, 26, 13, 26, 27, 14, 27, 33, 15, 33, 36],
    };
    const printedAt = (word: string): string => {
      const from = printed.text.indexOf(word);
      const { start, end } = placeOf(printed, from, from + word.length);
      return source.slice(start, end);
    };
    expect(printedAt("&")).toBe("&amp;");
    expect(printedAt("Drink")).toBe("Drink");
    expect(printedAt("& D")).toBe("&amp; <b>D");
    expect(printedAt("1.5")).toBe("1.5");
    expect(printedAt("$\u00a01")).toBe("$&nbsp;1");
    expect(printedAt("k $")).toBe("k</b>\n  $");
  });

  test("keeps the place of every character", () => {
    fc.assert(fc.property(anySample, ({ printed, places }) => holds(printed, places)));
  });

  test("of a stretch of source is that stretch", () => {
    expect(verbatim("in thousands", 3, 7)).toEqual({ text: "thou", pieces: [0, 3, 7] });
    expect(verbatim("in thousands", 7, 7)).toEqual(EMPTY);
  });
});

describe("a part of a printed text", () => {
  test("keeps the places of its characters", () => {
    fc.assert(
      fc.property(anySample, fc.nat(), fc.nat(), ({ printed, places }, a, b) => {
        const [from, to] = cut(places.length, a, b);
        const p = part(printed, from, to);
        expect(p.text).toBe(printed.text.slice(from, to));
        holds(p, places.slice(from, to));
      }),
    );
  });

  test("of a part is a part of the whole", () => {
    fc.assert(
      fc.property(anySample, fc.nat(), fc.nat(), fc.nat(), fc.nat(), ({ printed }, a, b, c, d) => {
        const [from, to] = cut(printed.text.length, a, b);
        const [x, y] = cut(to - from, c, d);
        expect(part(part(printed, from, to), x, y)).toEqual(part(printed, from + x, from + y));
      }),
    );
  });

  test("that is all of it is the same, and that is nothing is empty", () => {
    fc.assert(
      fc.property(anySample, fc.nat(), ({ printed }, a) => {
        expect(part(printed, 0, printed.text.length)).toEqual(printed);
        const [at] = cut(printed.text.length, a, a);
        expect(part(printed, at, at)).toEqual(EMPTY);
      }),
    );
  });

  test("cut through a character of two code units stands for the whole entity", () => {
    const printed: Printed = { text: "\u{1D7CF}", pieces: [0, 4, 13] };
    expect(placeOf(part(printed, 1, 2), 0, 1)).toEqual({ start: 4, end: 13 });
  });
});

describe("joined texts", () => {
  test("keep the places of their characters, and a space put in between has no width", () => {
    fc.assert(
      fc.property(
        anySample,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
        fc.boolean(),
        (s, cuts, spaced) => {
          const bounds = cuts.flatMap(([a, b]) => cut(s.places.length, a, b)).sort((a, b) => a - b);
          const ranges = cuts.map((_, i) => [bounds[2 * i]!, bounds[2 * i + 1]!] as const).filter(([a, b]) => a < b);
          const joined = join(
            ranges.map(([a, b]) => part(s.printed, a, b)),
            spaced ? " " : "",
          );
          expect(joined.text).toBe(ranges.map(([a, b]) => s.printed.text.slice(a, b)).join(spaced ? " " : ""));
          const places = ranges.flatMap(([a, b], i) => {
            const gapAt = i === 0 || !spaced ? [] : [s.places[ranges[i - 1]![1] - 1]![1]];
            return [...gapAt.map((at) => [at, at] as const), ...s.places.slice(a, b)];
          });
          holds(joined, places);
        },
      ),
    );
  });

  test("leave out empty ones without a space for them", () => {
    const source = "Net  sales";
    const joined = join([EMPTY, verbatim(source, 0, 3), EMPTY, verbatim(source, 5, 10), EMPTY], " ");
    expect(joined).toEqual({ text: "Net sales", pieces: [0, 0, 3, 3, 3, 3, 4, 5, 10] });
    expect(join([EMPTY, EMPTY], " ")).toEqual(EMPTY);
    expect(join([], " ")).toEqual(EMPTY);
  });
});

describe("a trimmed text", () => {
  test("is what trim leaves of it, no-break spaces taken too, and keeps its places", () => {
    fc.assert(
      fc.property(anySample, ({ printed, places }) => {
        const trimmed = trim(printed);
        expect(trimmed.text).toBe(printed.text.trim());
        const from = printed.text.length - printed.text.trimStart().length;
        holds(trimmed, trimmed.text === "" ? [] : places.slice(from, from + trimmed.text.length));
        expect(trim(trimmed)).toBe(trimmed);
      }),
    );
  });
});
