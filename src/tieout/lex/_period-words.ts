import type { Length } from "./token.ts";

/** Words of periods in small letters: English, then the cheap ones of German, French and Spanish. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    erstes: 1,
    ersten: 1,
    erste: 1,
    zweites: 2,
    zweiten: 2,
    drittes: 3,
    dritten: 3,
    viertes: 4,
    vierten: 4,
    premier: 1,
    deuxième: 2,
    troisième: 3,
    quatrième: 4,
    primer: 1,
    segundo: 2,
    tercer: 3,
    cuarto: 4,
  }),
);

export const COUNTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    drei: 3,
    sechs: 6,
    neun: 9,
    zwölf: 12,
    trois: 3,
    neuf: 9,
    douze: 12,
    tres: 3,
    seis: 6,
    nueve: 9,
    doce: 12,
  }),
);

/** Nouns that a count of them makes a period. */
export const COUNTED: ReadonlyMap<string, Length["unit"]> = new Map(
  Object.entries({
    month: "month",
    months: "month",
    week: "week",
    weeks: "week",
    quarters: "quarter",
    monate: "month",
    monaten: "month",
    mois: "month",
    meses: "month",
  } as const),
);

/** Nouns that an ordinal makes a period. */
export const NUMBERED: ReadonlyMap<string, Length["unit"]> = new Map(
  Object.entries({
    quarter: "quarter",
    quarters: "quarter",
    half: "half",
    halves: "half",
    quartal: "quarter",
    quartals: "quarter",
    trimestre: "quarter",
    halbjahr: "half",
    halbjahres: "half",
    semestre: "half",
  } as const),
);

export const ENDING: ReadonlySet<string> = new Set(["ended", "ending"]);

/** "fiscal" and its kin; "calendar" says that it is not fiscal. */
export const FISCAL: ReadonlyMap<string, boolean> = new Map([
  ["fiscal", true],
  ["financial", true],
  ["calendar", false],
]);
