import fc from "fast-check";
import { expect, it } from "vitest";
import { sorted } from "./sorted.ts";

it("puts lists of any length in order as the engine does, and keeps the order of what stands the same", () => {
  const row = fc.record({ by: fc.integer({ min: 0, max: 5 }), name: fc.integer() });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const byNumber = (a: { readonly by: number }, b: { readonly by: number }): number => a.by - b.by;
      const list = [...rows];
      expect(sorted(list, byNumber)).toBe(list);
      expect(list).toEqual([...rows].sort(byNumber));
    }),
  );
});
