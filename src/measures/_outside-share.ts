import type { Books } from "../books/books.ts";
import type { Day } from "../calendar/date.ts";
import { ONE, sign } from "../exact/rational.ts";
import type { Working } from "./fact.ts";
import { constant, difference, input, orZero, product, sum } from "./working.ts";

/** Chains of owners are a few entities long; a longer one is a circle, which the reader of the books has refused already. */
const LONGEST = 20;

/** The part of an entity's income on a day that belongs to owners outside the group, 0 to 1; undefined where it is all the parent's. */
export function outsideShare(books: Books, entity: string, d: Day): Working | undefined {
  const owned = ownedShare(books, entity, d, 0);
  if (owned === undefined) return undefined;
  const share = difference("1 - what the parent owns", [constant("one", ONE), owned]);
  return sign(orZero(share.value)) === 0 ? undefined : share;
}

/** What the parent owns of an entity, through others where it does. An entity that is never listed is owned wholly. */
function ownedShare(books: Books, entity: string, d: Day, depth: number): Working | undefined {
  if (entity === books.company.parent || depth > LONGEST) return undefined;
  const rows = books.ownership.filter((row) => row.entity === entity);
  if (rows.length === 0) return undefined;
  // Rows end with the disposal: of what came before it in its month, the owners of its day have their share.
  const sold = books.deals.find((deal) => deal.entity === entity && deal.kind === "disposed")?.date;
  const on = sold !== undefined && sold < d ? sold : d;
  const parts = rows
    .filter((row) => row.from <= on && (row.to === undefined || row.to >= on))
    .map((row) => {
      const direct = input(`${row.parent} owns of ${entity}`, row.share, row.place);
      const above = ownedShare(books, row.parent, d, depth + 1);
      return above === undefined ? direct : product("through its owner", [direct, above]);
    });
  return sum(`owned of ${entity} on ${on}`, parts);
}
