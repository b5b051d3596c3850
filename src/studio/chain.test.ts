import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chained, chainOf, FIRST, type SignedFigure, type Unchained } from "./chain.ts";

const FIGURE: SignedFigure = {
  print: "$371.2",
  label: "Total",
  column: "Three Months Ended September 29, 2007",
  table: "Revenue by Geography",
  sentence: "",
  period: "2007-07-01 to 2007-09-29",
  nth: "",
  relations: ["Americas 147.4 + Europe 161.4 + Asia/Pacific 62.4 = Total 371.2"],
};
const DOCUMENT = { name: "q3.htm", sha256: "a".repeat(64) };
const signed = (by: string, note = ""): Unchained => ({
  kind: "signature",
  at: "2007-10-30T21:04:00Z",
  by,
  note,
  document: DOCUMENT,
  figure: FIGURE,
  content: "b".repeat(64),
});
const withdrawn = (line: number): Unchained => {
  const { figure: _, content: __, ...rest } = signed("R. Lie") as Unchained & { figure: unknown; content: unknown };
  return { ...rest, kind: "withdrawal", withdraws: line } as Unchained;
};
const START = { signOffs: [], last: FIRST };
const THREE = chained(START, [signed("R. Lie"), signed("P. Raman", "agreed to the ledger"), withdrawn(1)]);
const brokenAt = (text: string): readonly [number, string] | undefined => {
  const { break: found } = chainOf(text);
  return found === undefined ? undefined : [found.line, found.why];
};
const withLines = (change: (lines: string[]) => string[]): string =>
  `${change(THREE.trimEnd().split("\n")).join("\n")}\n`;

describe("a file of sign-offs", () => {
  it("is one sign-off a line, each holding the hash of the line before", () => {
    const { signOffs, last, break: found } = chainOf(THREE);
    expect(found).toBeUndefined();
    expect(signOffs.map(({ kind, n, by }) => [kind, n, by])).toEqual([
      ["signature", 1, "R. Lie"],
      ["signature", 2, "P. Raman"],
      ["withdrawal", 3, "R. Lie"],
    ]);
    expect(signOffs.map((s) => s.previous)).toEqual([FIRST, signOffs[0]!.hash, signOffs[1]!.hash]);
    expect(last).toBe(signOffs[2]!.hash);
    expect(signOffs[1]).toMatchObject({ figure: FIGURE, note: "agreed to the ledger" });
  });

  it("is added to where it ends", () => {
    const first = chained(START, [signed("R. Lie")]);
    const more = chained(chainOf(first), [signed("P. Raman", "agreed to the ledger"), withdrawn(1)]);
    expect(first + more).toBe(THREE);
  });

  it("may be empty, and may have been saved with other line breaks", () => {
    expect(chainOf("")).toEqual({ signOffs: [], last: FIRST, break: undefined });
    expect(brokenAt(THREE.replaceAll("\n", "\r\n"))).toBeUndefined();
    expect(brokenAt(THREE.trimEnd())).toBeUndefined();
    expect(brokenAt(chained(START, [signed("R.\u2028Lie \ud800", "\u2029")]))).toBeUndefined();
  });
});

describe("what was done to a file of sign-offs is told with its line:", () => {
  it("a name changed", () => {
    expect(brokenAt(THREE.replace("P. Raman", "Q. Raman"))).toEqual([
      2,
      "This line was changed after it was written: its text no longer has the hash it ends with.",
    ]);
    expect(chainOf(THREE.replace("P. Raman", "Q. Raman")).signOffs).toHaveLength(1);
  });

  it("a line changed and sealed anew, by the line that follows it", () => {
    const forged = chained(START, [signed("Somebody else")]);
    const [line, why] = brokenAt(withLines(([, ...rest]) => [forged.trimEnd(), ...rest]))!;
    expect([line, why]).toEqual([
      2,
      "It does not follow on line 1: it was written as line 2, and lines were taken out, put in or moved before it.",
    ]);
  });

  it("a line taken out, put in twice, or moved", () => {
    expect(brokenAt(withLines(([a, , c]) => [a!, c!]))?.[0]).toBe(2);
    expect(brokenAt(withLines(([, b, c]) => [b!, c!]))).toEqual([
      1,
      "It does not begin the file: it was written as line 2, and lines were taken out, put in or moved before it.",
    ]);
    expect(brokenAt(withLines(([a, b, c]) => [a!, a!, b!, c!]))?.[0]).toBe(2);
    expect(brokenAt(withLines(([a, b, c]) => [b!, a!, c!]))?.[0]).toBe(1);
  });

  it("a line cut short, an empty line, and what is no sign-off at all", () => {
    expect(brokenAt(THREE.slice(0, -20))?.[0]).toBe(3);
    expect(brokenAt(withLines(([a, b, c]) => [a!, "", b!, c!]))?.[0]).toBe(2);
    expect(brokenAt("signed: me\n")?.[0]).toBe(1);
    expect(brokenAt("[]\n")?.[0]).toBe(1);
  });

  it("but not that lines were taken off its end, which only the last hash tells", () => {
    const cut = withLines((lines) => lines.slice(0, 2));
    expect(brokenAt(cut)).toBeUndefined();
    expect(chainOf(cut).last).not.toBe(chainOf(THREE).last);
  });
});

const entry: fc.Arbitrary<Unchained> = fc
  .record({ by: fc.string({ unit: "grapheme" }), note: fc.string({ unit: "grapheme" }), words: fc.string() })
  .map(({ by, note, words }) => ({
    ...signed(by, note),
    kind: "signature",
    content: words,
    figure: { ...FIGURE, label: words, relations: [words, note] },
  }));

describe("whatever is signed", () => {
  it("is read back as it was, and the chain is whole", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const chain = chainOf(chained(START, entries));
        expect(chain.break).toBeUndefined();
        expect(chain.signOffs.map(({ n: _, previous: __, hash: ___, ...rest }) => rest)).toEqual(entries);
      }),
    );
  });

  it("cannot be changed by one character without a break at its line", () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.constantFrom("x", "0", '"', "}", " ", ""),
        (entries, where, put) => {
          const text = chained(START, entries);
          const at = where % text.length;
          // A line break taken off the end, or put where one was, changes no sign-off.
          if (text[at] === "\n" || text[at] === put) return;
          const changed = text.slice(0, at) + put + text.slice(at + 1);
          expect(chainOf(changed).break?.line).toBe(text.slice(0, at).split("\n").length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("cannot be put in another order, and no line of it can go but the last ones", () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 2, maxLength: 6 }), fc.nat(), (entries, which) => {
        const lines = chained(START, entries).trimEnd().split("\n");
        const at = which % (lines.length - 1);
        expect(chainOf([...lines.slice(0, at), ...lines.slice(at + 1)].join("\n")).break?.line).toBe(at + 1);
        const swapped = lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!);
        expect(chainOf(swapped.join("\n")).break?.line).toBe(at + 1);
      }),
    );
  });

  it("no text makes the reader throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(chainOf(`${text}\n`).signOffs).toEqual([]);
      }),
    );
  });
});
