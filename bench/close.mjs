// How long the close takes after the trial balances have come from the warehouse: 300 entities, 24 months, some 100,000 movements. A command closes once, in a
// process of its own: the first close of a fresh process is the number that counts.
// Run it after `tsc -p tsconfig.build.json`: node bench/close.mjs [entities]
import { spawnSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const { closeGroup } = await import(process.env.CLOSE_GROUP ?? "../dist/consolidation/close-group.js");
const { brief } = await import("../dist/cli/heap.js");

const isChild = process.argv[3] === "child";
const PROCESSES = 5;
const ENTITIES = Number(process.argv[2] ?? 300);
const MONTHS = 24;
const CURRENCIES = ["USD", "EUR", "GBP", "JPY", "CHF", "SEK", "CAD", "AUD", "BRL", "INR", "CNY", "MXN"];
const DIVISIONS = ["Bioprocess", "Bioscience", "Services"];
const place = { path: "bench", line: undefined, column: undefined };

// A linear congruential generator: the same books at every run.
let state = 20071102n;
const random = (below) => {
  state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
  return Number((state >> 33n) % BigInt(below));
};
const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const fraction = (n, d) => {
  const g = gcd(n, d);
  return { n: n / g, d: d / g };
};
const cents = (n) => fraction(BigInt(n), 100n);

const months = Array.from({ length: MONTHS }, (_, i) => {
  const [year, number] = [2006 + Math.floor(i / 12), (i % 12) + 1];
  const two = String(number).padStart(2, "0");
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return {
    month: `${year}-P${two}`,
    start: `${year}-${two}-01`,
    end: `${year}-${two}-${last}`,
    quarter: `${year}-Q${Math.ceil(number / 3)}`,
  };
});

const account = (code, line, side, monetary, cashFlow) => ({
  account: code,
  name: code,
  line,
  side,
  monetary,
  cashFlow,
  historicalOf: undefined,
  place,
});
const accounts = new Map(
  [
    account("1000", "cash", "debit", true),
    account("1100", "receivables", "debit", true, "change-in-receivables"),
    account("1200", "inventories", "debit", false, "change-in-inventories"),
    account("1300", "other-current-assets", "debit", false, "change-in-other"),
    account("1500", "property-plant-equipment", "debit", false, "capital-expenditure"),
    account("1550", "property-plant-equipment", "credit", false, "depreciation-and-amortisation"),
    account("1600", "intangible-assets", "debit", false, "investments"),
    account("1800", "intercompany-receivable", "debit", true, "change-in-other"),
    account("2000", "payables", "credit", true, "change-in-payables"),
    account("2100", "accrued-liabilities", "credit", true, "change-in-other"),
    account("2200", "income-taxes-payable", "credit", true, "change-in-taxes"),
    account("2500", "long-term-debt", "credit", true, "debt-issued"),
    account("2800", "intercompany-payable", "credit", true, "change-in-other"),
    account("3000", "common-stock", "credit", false, "shares-issued"),
    account("3100", "retained-earnings", "credit", false, "dividends-paid"),
    account("4000", "revenue", "credit", false),
    account("5000", "cost-of-sales", "debit", false),
    account("6000", "selling-general-administrative", "debit", false),
    account("6100", "research-and-development", "debit", false),
    account("7000", "interest-expense", "debit", false),
    account("8000", "income-tax", "debit", false),
  ].map((each) => [each.account, each]),
);

const codes = Array.from({ length: ENTITIES }, (_, i) => `E${String(i).padStart(3, "0")}`);
const entities = new Map(
  codes.map((entity, i) => [
    entity,
    {
      entity,
      name: entity,
      currency: CURRENCIES[i % CURRENCIES.length],
      country: "US",
      region: "",
      inflationFrom: undefined,
      taxRate: undefined,
      place,
    },
  ]),
);
const rates = CURRENCIES.slice(1).flatMap((currency) => {
  let level = 8000 + random(9000);
  const row = (period, kind) => {
    level += random(201) - 100;
    return { currency, period, kind, rate: fraction(BigInt(level), 10000n), place };
  };
  return [row("opening", "closing"), ...months.flatMap(({ month }) => [row(month, "average"), row(month, "closing")])];
});
const opening = codes.flatMap((entity) => {
  const { currency } = entities.get(entity);
  const cash = cents(10_000_000 + random(90_000_000));
  const minus = { n: -cash.n, d: cash.d };
  const row = (code, amount, historical) => ({
    entity,
    account: code,
    currency,
    amount,
    functional: amount,
    historical,
    place,
  });
  return [row("1000", cash), row("3000", minus, fraction(minus.n * 12n, minus.d * 10n))];
});

const movements = [];
const intercompany = [];
const move = (entity, code, month, amount, given = {}) => {
  const { currency } = entities.get(entity);
  movements.push({
    entity,
    account: code,
    month,
    currency,
    division: "",
    region: "",
    counterparty: "",
    tag: "",
    stage: "within",
    amount,
    functional: amount,
    lines: 40,
    ...given,
  });
};
const negative = ({ n, d }) => ({ n: -n, d });

for (const [i, entity] of codes.entries()) {
  const { currency } = entities.get(entity);
  const other = CURRENCIES[(i + 5) % CURRENCIES.length];
  const partner = codes[(i + 7) % codes.length];
  for (const { month } of months) {
    for (const division of DIVISIONS) {
      const sold = cents(1_000_000 + random(9_000_000));
      const cost = cents(400_000 + random(500_000));
      move(entity, "4000", month, negative(sold), { division, region: "Europe" });
      move(entity, "1100", month, sold, { division });
      move(entity, "5000", month, cost, { division, region: "Europe" });
      move(entity, "1200", month, negative(cost), { division });
    }
    const spent = cents(random(900_000));
    move(entity, "6000", month, spent);
    move(entity, "2000", month, negative(spent));
    const lent = cents(random(900_000) + 1);
    move(entity, "1100", month, lent, { currency: other, functional: cents(Number(lent.n) + random(9)) });
    move(entity, "2100", month, negative(movements.at(-1).functional));
    const invoiced = cents(100_000 + random(90_000));
    const document = `IC-${entity}-${month}`;
    const side = (of, to, code, amount, functional) => {
      move(of, code, month, amount, { currency, functional, counterparty: to });
      intercompany.push({
        entity: of,
        counterparty: to,
        document,
        account: code,
        month,
        currency,
        division: "",
        region: "",
        stage: "within",
        amount,
        functional,
      });
    };
    side(entity, partner, "1800", invoiced, invoiced);
    side(entity, partner, "4000", negative(invoiced), negative(invoiced));
    const received =
      entities.get(partner).currency === currency ? invoiced : cents(Number((invoiced.n * 97n) / invoiced.d) * 100);
    side(partner, entity, "5000", invoiced, received);
    side(partner, entity, "2800", negative(invoiced), negative(received));
  }
}

const ownership = codes
  .filter((_, i) => i % 10 === 3)
  .map((entity) => ({ entity, parent: codes[0], share: fraction(4n, 5n), from: "2000-01-01", to: undefined, place }));
const company = {
  name: "Bench",
  exchange: undefined,
  ticker: undefined,
  presentation: "USD",
  parent: codes[0],
  rounding: "halfExpand",
  percentBasis: "unrounded",
  constantCurrency: "current-at-prior-rates",
  organic: "not-in-base-period",
  framework: "us-gaap",
  growthCap: undefined,
  intercompanyTolerance: { n: 1n, d: 1n },
  remeasurement: "compute",
  definition: "v1",
  months,
  people: [],
  text: new Map(),
};
const books = {
  company,
  entities,
  ownership,
  deals: [],
  accounts,
  opening,
  rates,
  shares: [],
  adjustments: [],
  unrealised: [],
  registers: [],
  plan: [],
  ownMeasures: [],
  history: [],
  recasts: [],
};

const timed = (work) => {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const value = work();
  const { user, system } = process.cpuUsage(used);
  return { value, wall: performance.now() - start, cpu: (user + system) / 1000 };
};
const close = () => timed(() => closeGroup({ books, movements, intercompany }));

// What a command does before it loads what closes books.
brief();
const first = close();
if (isChild)
  console.log(JSON.stringify({ wall: first.wall, cpu: first.cpu, peak: process.resourceUsage().maxRSS / 1024 }));
else {
  const children = Array.from({ length: PROCESSES }, inFreshProcess);
  const later = Array.from({ length: 4 }, close);
  const { value: group, findings } = first.value;
  // A close keeps its entries by account and month: making every one of them, and its amount in lowest terms, is left to those who read it.
  const made = group === undefined ? [] : [...group.income, ...group.balances, ...group.flows];
  const read = timed(() => made.filter(({ amount }) => amount.n !== 0n).length);
  const lines = `${movements.length} movements, ${intercompany.length} lines of pairs`;
  console.log(`${ENTITIES} entities, ${MONTHS} months, ${lines}`);
  console.log(
    `${group?.income.length} entries of income, ${group?.balances.length} of balances, ${group?.flows.length} flows, ${findings.length} findings`,
  );
  for (const { message } of findings.slice(0, 3)) console.log(message);
  const told = (runs, of) => runs.map((run) => run[of].toFixed(0)).join(", ");
  const middle = (of) =>
    children
      .map((run) => run[of])
      .sort((x, y) => x - y)
      [PROCESSES >> 1].toFixed(0);
  console.log(
    `first close of a process, the median of ${PROCESSES} fresh ones: ${middle("wall")} ms; of processors, collecting garbage included: ${middle("cpu")} ms; the process grew to ${middle("peak")} MB`,
  );
  console.log(`  each: ${told(children, "wall")} ms; of processors ${told(children, "cpu")} ms`);
  console.log(`later ones of one process: ${told(later, "wall")} ms; of processors ${told(later, "cpu")} ms`);
  console.log(`all ${made.length} entries read: ${read.cpu.toFixed(0)} ms of processors`);
  const [load] = loadavg();
  console.log(`${availableParallelism()} cores, of which ${load.toFixed(1)} were asked for in the last minute`);
}

function inFreshProcess() {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), `${ENTITIES}`, "child"],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
