import { describe, expect, it } from "vitest";
import { ledgerText } from "../../test/ledger-text.ts";
import { format } from "../exact/decimal.ts";
import { ownershipBook } from "./ownership.ts";

const owned = (rows: string, entities: readonly string[]) =>
  ownershipBook(
    ledgerText({ entities: ["US USD", ...entities.map((entity) => `${entity} EUR`)].join("\n"), owned: rows }).books,
  );

/** ASC 810-10-45-18. */
describe("what belongs to non-controlling interests", () => {
  it("is nothing of an entity that is never listed", () => {
    expect(format(owned("", ["A"]).outside("A", "2007-01-01"))).toBe("0");
  });

  it("goes through all levels and all owners", () => {
    const book = owned("A by US 80\nB by A 50\nB by US 25", ["A", "B"]);
    expect(format(book.outside("B", "2007-01-01"))).toBe("0.35");
    expect(format(book.directlyOutside("B", "2007-01-01"))).toBe("0.25");
  });

  it("has a stretch for each holding of a month, with its days", () => {
    const book = owned("A by US 80 to=2007-01-10\nA by US 60 from=2007-01-11", ["A"]);
    const stretches = book.holdings("A", "2007-01-01", "2007-01-31");
    expect(stretches.map(({ days, outside }) => `${days} days ${format(outside)}`)).toEqual([
      "10 days 0.2",
      "21 days 0.4",
    ]);
  });

  it("comes to an end where entities own each other in a circle", () => {
    const book = owned("A by B 100\nB by A 100", ["A", "B"]);
    expect(format(book.outside("A", "2007-01-01"))).toBe("1");
  });

  it("is found in no time where every entity has two owners, and where each owns the next, a thousand deep", () => {
    const names = Array.from({ length: 2000 }, (_, i) => `E${i}`);
    const rows = names.flatMap((name, i) =>
      i < 2 ? [`${name} by US 100`] : [`${name} by E${i - 1} 50`, `${name} by E${i - 2} 50`],
    );
    expect(format(owned(rows.join("\n"), names).outside("E1999", "2007-01-01"))).toBe("0");
  });
});
