import { describe, expect, it } from "vitest";
import { alsoIn, toldOnceOfAll } from "./also.ts";
import type { Disclosure } from "./disclosure.ts";

describe("the other places of a fault", () => {
  const source = Array.from({ length: 40 }, (_, i) => `line ${i + 1}\n`).join("");
  // Only the source is looked at.
  const disclosure = { source } as Disclosure;
  const on = (line: number): { start: number } => ({ start: source.indexOf(`line ${line}\n`) });

  it("are named by their lines, in order and each once", () => {
    expect(alsoIn(disclosure, on(2), [on(7), on(4), on(7)])).toBe(" It stands so in line 4 and line 7 as well.");
    expect(alsoIn(disclosure, on(2), [on(5)])).toBe(" It stands so in line 5 as well.");
  });

  it("are not named where they stand in the line of the first, or are none", () => {
    expect(alsoIn(disclosure, on(2), [on(2)])).toBe("");
    expect(alsoIn(disclosure, on(2), [])).toBe("");
  });

  it("are counted where they are many", () => {
    const others = Array.from({ length: 26 }, (_, i) => on(i + 2));
    expect(alsoIn(disclosure, on(1), others)).toMatch(/line 24, line 25 and 2 more as well\.$/);
  });

  it("are named measure by measure where one finding tells of several", () => {
    const shown = [
      { ...on(2), end: 0, name: "a" },
      { ...on(5), end: 0, name: "b" },
      { ...on(7), end: 0, name: "a" },
      { ...on(9), end: 0, name: "b" },
      { ...on(11), end: 0, name: "c" },
    ];
    const nameOf = ({ name }: { readonly name: string }): string => name;
    const told = toldOnceOfAll(disclosure, shown, nameOf, nameOf, () => ({ message: "M.", remedy: "", figures: [] }));
    expect(told.map(({ message }) => message)).toEqual([
      "M. It stands so in line 7 as well. So it is with b in line 5 and line 9, and with c in line 11.",
    ]);
  });
});
