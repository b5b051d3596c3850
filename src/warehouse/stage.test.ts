import { afterEach, describe, expect, it } from "vitest";
import { HEAD, littleBooks, type Workspace, workspace } from "../../test/journals.ts";
import type { Deal } from "../books/books.ts";
import { whole, ZERO } from "../exact/rational.ts";

const deal = (kind: Deal["kind"], date: string): Deal => ({
  entity: "DE",
  kind,
  date,
  consideration: whole(1),
  netAssets: ZERO,
  nci: undefined,
  discontinued: false,
  place: { path: "books/deals.csv", line: 2, column: 1 },
});

const DAYS = ["2007-01-05", "2007-01-10", "2007-01-11", "2007-01-20", "2007-01-21"];
const journal = [
  HEAD,
  ...DAYS.flatMap((day, i) =>
    ["DE", "US"].flatMap((entity) => [
      `D${i},1,${day},2007-P01,${entity},1000,,,,EUR,${2 ** i}.00,${2 ** i}.00,`,
      `D${i},2,${day},2007-P01,${entity},4000,,,,EUR,-${2 ** i}.00,-${2 ** i}.00,`,
    ]),
  ),
].join("\n");

let open: Workspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

/** For each stage the days of it: amounts are powers of two, so that a sum names its lines. */
async function stages(deals: readonly Deal[], ingest: boolean): Promise<Readonly<Record<string, readonly string[]>>> {
  open ??= workspace({ "books/journals/a.csv": journal });
  const warehouse = await open.open({ books: { ...littleBooks, deals }, ingest });
  const movements = await warehouse.movements();
  expect(movements.filter(({ entity }) => entity === "US").map(({ stage }) => stage)).toEqual(["within", "within"]);
  const cash = movements.filter(({ entity, account }) => entity === "DE" && account === "1000");
  return Object.fromEntries(
    cash.map(({ stage, amount }) => [stage, DAYS.filter((_, i) => ((amount.n >> BigInt(i)) & 1n) === 1n)]),
  );
}

describe("the stage of a line", () => {
  it("is within the group where the entity has no deal", async () => {
    expect(await stages([], false)).toEqual({ within: DAYS });
  });

  it("is before up to the day before an acquisition, and within from its day on", async () => {
    expect(await stages([deal("acquired", "2007-01-11")], false)).toEqual({
      before: DAYS.slice(0, 2),
      within: DAYS.slice(2),
    });
  });

  it("is within up to the day of a disposal, and after from the next day on", async () => {
    expect(await stages([deal("disposed", "2007-01-11")], false)).toEqual({
      within: DAYS.slice(0, 3),
      after: DAYS.slice(3),
    });
  });

  it("is before between a disposal and a later acquisition, whatever the order of the rows", async () => {
    const deals = [deal("acquired", "2007-01-21"), deal("disposed", "2007-01-10")];
    const expected = { within: [DAYS[0], DAYS[1], DAYS[4]], before: [DAYS[2], DAYS[3]] };
    expect(await stages(deals, false)).toEqual(expected);
    expect(await stages([...deals].reverse(), false)).toEqual(expected);
  });

  it("is made again where the deals have changed, though the lines are remembered", async () => {
    expect(await stages([], true)).toEqual({ within: DAYS });
    expect(await stages([deal("acquired", "2007-01-20")], true)).toEqual({
      before: DAYS.slice(0, 3),
      within: DAYS.slice(3),
    });
    expect(await stages([], true)).toEqual({ within: DAYS });
  });
});
