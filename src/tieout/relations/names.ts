import type { Relation } from "./relation.ts";
import { doubtful } from "./saying.ts";
import type { Scene } from "./scene.ts";

/** Regions that houses cut differently; those of one list are near namesakes of each other. */
const NAMESAKES: readonly (readonly (readonly [name: string, pattern: RegExp])[])[] = [
  [
    ["North America", /\bnorth americas?\b(?!n)/i],
    ["Americas", /(?<!north |latin |south )\bamericas\b/i],
  ],
  [
    ["Asia", /\basia\b(?![ /-]{1,3}pacific)/i],
    ["Asia/Pacific", /\basia(?:[ /-]{1,3}| and )pacific\b|\bapac\b/i],
  ],
  [
    ["Europe", /\beurope\b(?!,? (?:the )?middle|an)/i],
    ["EMEA", /\bemea\b|\beurope,? (?:the )?middle east/i],
  ],
];

/** A region that a sentence has a figure for and no table has, though the tables have a near namesake (T61). */
export function names(scene: Scene): readonly Relation[] {
  const claims = scene.figures.flatMap((f, i) =>
    f.where.kind === "prose" && f.measured !== undefined && f.measured.unit !== "count" && f.label !== "" ? [i] : [],
  );
  if (claims.length === 0) return [];
  const members = membersOf(scene);
  if (members === "") return [];
  const relations: Relation[] = [];
  for (const [left, right] of NAMESAKES)
    for (const [claimed, listed] of [
      [left!, right!],
      [right!, left!],
    ] as const) {
      if (claimed[1].test(members) || !listed[1].test(members)) continue;
      const claim = claims.find((i) => claimed[1].test(scene.figures[i]!.label));
      if (claim !== undefined) relations.push(other(claim, claimed[0], listed[0], scene));
    }
  return relations;
}

/** The labels of all rows and the heads of all columns that have figures. */
function membersOf({ tables }: Scene): string {
  const words = new Set<string>();
  for (const { meaning, grid } of tables) {
    meaning.rows.forEach((row, r) => {
      if (grid[r]?.some((f) => f !== undefined)) words.add(row.label);
      else if (row.kind === "section") words.add(row.label);
    });
    for (const column of meaning.columns) words.add(column.head);
  }
  return [...words].join("\n");
}

function other(claim: number, claimed: string, listed: string, scene: Scene): Relation {
  const figure = scene.figures[claim]!;
  return doubtful(
    {
      rule: "T61",
      kind: "member",
      text: `${claimed} in the text = ${listed} in the tables`,
      evidence: "a near namesake, and no row or column of the name itself",
      strength: "weak",
      figures: [claim],
    },
    {
      code: "member-differs",
      severity: "note",
      message: `${figure.text} is said of ${claimed}; the tables have ${listed}, and no ${claimed}.`,
      remedy: "Say which of the two is meant, or give the figure of the member that the tables report.",
    },
  );
}
