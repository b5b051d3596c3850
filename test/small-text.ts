import type { Member } from "../src/measures/fact.ts";
import type { Block, BoundFigure, Inline, Paragraph } from "../src/release/release.ts";
import { type Figures, type FormAsk, factOf, millions, PLACE, plain, type SaidPiece, says } from "./small-facts.ts";

/* The sentences of the release made by hand. */

const block = (role: Paragraph["role"], ...pieces: readonly SaidPiece[]): Paragraph => ({
  kind: "paragraph",
  role,
  content: says(...pieces),
  place: PLACE,
});
export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  kind: "heading",
  level,
  content: says(text),
  place: PLACE,
});
const list = (...items: readonly (readonly Inline[])[]): Block => ({ kind: "list", items, place: PLACE });

const money = (desk: Figures, measure: string, period: string, text: string, form: FormAsk = {}): BoundFigure =>
  desk.bind(factOf({ measure, period }, millions(text)), form);
const each = (desk: Figures, measure: string, period: string, text: string): BoundFigure =>
  desk.bind(factOf({ measure, period, unit: "per-share" }, plain(text)));
const rate = (desk: Figures, measure: string, period: string, text: string, member: Member = {}): BoundFigure =>
  desk.bind(factOf({ measure, period, unit: "ratio", member }, plain(text)));

/** What the release says in sentences before its tables. */
export const prose = (desk: Figures): readonly Block[] => [...quarter(desk), ...yearToDate(desk), ...highlights(desk)];

function quarter(desk: Figures): readonly Block[] {
  return [
    heading(1, "Halvorsen Instruments Reports Third Quarter 2007 Results"),
    block(
      "subhead",
      "Laboratory revenue grows by ",
      rate(desk, "revenue-growth", "2007-Q3", "0.1886", { division: "Laboratory" }),
      "; wider margins lift earnings",
    ),
    block(
      "text",
      "ASHBY FALLS, Ore. \u2014 ",
      "November 1, 2007",
      " \u2014 Halvorsen Instruments, Inc. (NYSE: HVN), which makes filters, columns and sensors for laboratories and for the makers of medicines, today announced its results for the third quarter ended ",
      "September 29, 2007",
      ".",
    ),
    block(
      "text",
      "Revenue of the third quarter grew ",
      rate(desk, "revenue-growth", "2007-Q3", "0.1245"),
      " to ",
      money(desk, "revenue", "2007-Q3", "371.2"),
      ". GAAP net income of the third quarter rose to ",
      money(desk, "net-income", "2007-Q3", "36.3"),
      ", or ",
      each(desk, "diluted-eps", "2007-Q3", "0.66"),
      " per share, from ",
      money(desk, "net-income", "2006-Q3", "14.8"),
      ", or ",
      each(desk, "diluted-eps", "2006-Q3", "0.27"),
      " per share, in the third quarter of ",
      "2006",
      ". Non-GAAP net income of the third quarter was ",
      money(desk, "non-gaap-net-income", "2007-Q3", "45.7"),
      ", or ",
      each(desk, "non-gaap-diluted-eps", "2007-Q3", "0.83"),
      " per share.",
    ),
    block(
      "quotation",
      "\u201cLaboratories in every region bought more from us than a year ago,\u201d said Ingrid Solheim, Chief Executive Officer. \u201cOperating income rose by ",
      rate(desk, "operating-income-growth", "2007-Q3", "1.1754"),
      " in the third quarter, and we shall not stop there.\u201d",
    ),
  ];
}

function yearToDate(desk: Figures): readonly Block[] {
  return [
    heading(2, "First Nine Months"),
    block(
      "text",
      "In the first nine months of ",
      "2007",
      ", revenue grew ",
      rate(desk, "revenue-growth", "2007-9M", "0.2912"),
      " to ",
      money(desk, "revenue", "2007-9M", "1126.3", { scale: 9 }),
      ". GAAP net income for the first nine months of ",
      "2007",
      " came to ",
      money(desk, "net-income", "2007-9M", "91.3"),
      ", or ",
      each(desk, "diluted-eps", "2007-9M", "1.66"),
      " per share, against ",
      money(desk, "net-income", "2006-9M", "78.5"),
      ", or ",
      each(desk, "diluted-eps", "2006-9M", "1.45"),
      " per share, for the first nine months of ",
      "2006",
      ".",
    ),
  ];
}

function highlights(desk: Figures): readonly Block[] {
  return [
    heading(2, "Highlights"),
    list(
      says(
        "Revenue in Europe grew ",
        rate(desk, "revenue-growth", "2007-Q3", "0.2413", { region: "Europe" }),
        " in the third quarter",
      ),
      says(
        "Operating income was ",
        money(desk, "operating-income", "2007-Q3", "62.0"),
        " in the third quarter, against ",
        money(desk, "operating-income", "2006-Q3", "28.5"),
        " a year earlier",
      ),
      says("Gross profit of the third quarter was ", money(desk, "gross-profit", "2007-Q3", "199.1")),
    ),
  ];
}

export const CALL: Block = {
  kind: "event",
  title: "Quarterly Earnings Call",
  lines: [
    says("Thursday, November 1, 2007, 4:45 p.m. Eastern Time"),
    says("Webcast: ", {
      kind: "link",
      text: "investors.halvorsen.example",
      url: "https://investors.halvorsen.example/call",
    }),
    says("Telephone: (800) 555-0142 or (706) 555-0145, code 5550137"),
    says("A replay will be available from 8:00 p.m. ET on November 1, 2007 until 11:59 p.m. ET on November 5, 2007."),
  ],
  place: PLACE,
};

const CONTACTS: Block = {
  kind: "contacts",
  people: [
    {
      name: "Priya Raman",
      title: "Investor Relations",
      phone: "(503) 555-0127",
      email: "priya.raman@halvorsen.example",
    },
    {
      name: "Tomas Lindqvist",
      title: "Communications",
      phone: "(503) 555-0167",
      email: "tomas.lindqvist@halvorsen.example",
    },
  ],
};

export function closing(desk: Figures): readonly Block[] {
  return [
    heading(2, "About Halvorsen"),
    block(
      "text",
      "Halvorsen Instruments (NYSE: HVN) supplies laboratories and the makers of medicines. It belongs to the ",
      "S&P 500",
      " and has more than ",
      desk.bind(factOf({ measure: "employees", period: "2007-Q3", unit: "count" }, plain("6100"))),
      " employees in ",
      desk.bind(factOf({ measure: "countries", period: "2007-Q3", unit: "count" }, plain("47"))),
      " countries.",
    ),
    CONTACTS,
    heading(2, "Use of Non-GAAP Financial Measures"),
    block(
      "small",
      "Non-GAAP net income and non-GAAP diluted earnings per share leave out the amortization of acquired intangible assets, restructuring and the step-up of acquired inventory, with the income tax on them. They are no substitute for measures under generally accepted accounting principles, and other companies may define them otherwise.",
    ),
    heading(2, "Forward-Looking Statements"),
    block(
      "small",
      "What this release says about the future rests on the expectations of management. Results may differ materially from them, for the reasons that our annual report on ",
      "Form 10-K",
      " gives.",
    ),
  ];
}
