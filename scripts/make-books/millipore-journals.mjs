// The journals of the reconstruction, month by month: sales, subsidiaries, and the parent last.
import { add, div, ZERO } from "./exact.mjs";
import { openLedger, remeasure } from "./ledger.mjs";
import { postCash, postCosts, postItems, postTaxes } from "./millipore-costs.mjs";
import { ACCOUNTS, ENTITIES, MONTHS } from "./millipore-entities.mjs";
import { isAcquiredIn, isActive, openMonth } from "./millipore-month.mjs";
import { openingRows } from "./millipore-opening.mjs";
import {
  closeCash,
  closeToTargets,
  postFinancing,
  postMoves,
  postParent,
  postParentGoods,
  postTakeover,
} from "./millipore-parent.mjs";
import { mixesFor } from "./millipore-sales.mjs";
import { postAllSales, postGroupSales } from "./millipore-turnover.mjs";

const SUBSIDIARIES = Object.keys(ENTITIES).filter((entity) => entity !== "MIL-US");

/** What remeasurement gains in dollars in the month, of all entities: the close computes it, the journals do not show it. */
function remeasured(m) {
  const closing = (from, to) => div(m.rates.closing(from, m.month.month), m.rates.closing(to, m.month.month));
  const isMonetary = (account) => ACCOUNTS[account].monetary;
  return add(
    ...Object.keys(ENTITIES).map((entity) =>
      m.toDollars(entity, remeasure(m.ledger, entity, ENTITIES[entity].currency, isMonetary, closing)),
    ),
  );
}

/** The journals of all months. `issues` are the shares that the parent issues: { date, shares, price }. */
export function makeJournals(rates, issues) {
  const ledger = openLedger(ENTITIES);
  const opening = openingRows();
  for (const row of opening) ledger.open(row.entity, row.account, row.currency, row.amount, row.functional);
  const mixes = mixesFor(rates);
  const unpaid = new Map();
  for (const month of MONTHS) {
    const before = new Map(ledger.balances);
    const m = {
      ...openMonth(ledger, rates, month),
      before: (entity, account, currency = ENTITIES[entity].currency) =>
        before.get(`${entity}|${account}|${currency}`) ?? { amount: ZERO, functional: ZERO },
    };
    if (isAcquiredIn(month)) postTakeover(m);
    postAllSales(m, mixes);
    postGroupSales(m, unpaid);
    for (const entity of SUBSIDIARIES.filter((one) => isActive(one, month))) {
      postCosts(m, entity);
      postItems(m, entity);
      postCash(m, entity);
      postTaxes(m, entity);
    }
    postFinancing(m, issues);
    postCosts(m, "MIL-US");
    postItems(m, "MIL-US");
    postParent(m);
    postParentGoods(m);
    closeToTargets(m, remeasured(m));
    closeCash(m);
    postMoves(m);
  }
  return { ledger, opening };
}
