import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { HEAD, type Workspace, workspace } from "../../test/journals.ts";
import { packKeys, unpack } from "./packed-keys.ts";

let open: Workspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

describe("keys that are packed into numbers", () => {
  const key = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 100_000 }) },
    { weight: 3, arbitrary: fc.constantFrom(1, 2, 46_341, 65_536) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );

  it("come out as they went in, in the same order, and fit 32 bits", () => {
    fc.assert(
      fc.property(
        fc.array(key, { minLength: 1, maxLength: 9 }),
        fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
        (counts, drawn) => {
          const packs = packKeys(counts);
          expect(packs.flatMap(({ keys }) => keys)).toEqual(counts.map((_, i) => i));
          const places = counts.map((count, i) => (count === undefined ? drawn[i]! : drawn[i]! % count));
          const lists = counts.map((count, i): string[] | undefined => {
            if (count === undefined) return undefined;
            const list: string[] = [];
            list[places[i]!] = `${places[i]}`;
            return list;
          });
          const row: string[] = [];
          for (const pack of packs) {
            const { keys } = pack;
            const cell = pack.counts?.reduce((all, count, i) => all * count + places[keys[i]!]!, 0);
            expect(cell ?? 0).toBeLessThan(2 ** 31);
            unpack(pack, cell ?? `${places[keys[0]!]}`, lists, row);
          }
          expect(row).toEqual(places.map((place) => `${place}`));
        },
      ),
    );
  });

  it("are texts where a key has more names than a list may have", async () => {
    const lines = Array.from({ length: 100_002 }, (_, i) => {
      const [document, side] = [i >> 1, i % 2 === 0 ? "" : "-"];
      return `D${document},${i},2007-01-05,2007-P01,US,1200,V${i},North,,USD,${side}${document}.00,${side}${document}.00,`;
    });
    open = workspace({ "books/journals/a.csv": `${HEAD}\n${lines.join("\n")}\n` });
    const movements = await (await open.open()).movements();
    const divisions = lines.map((_, i) => `V${i}`).sort();
    expect(movements.map(({ division }) => division)).toEqual(divisions);
    expect(
      movements.every(({ division, amount, region }) => {
        const i = +division.slice(1);
        return amount.n === BigInt(i >> 1) * (i % 2 === 0 ? 1n : -1n) && amount.d === 1n && region === "North";
      }),
    ).toBe(true);
  });
});
