import type { Contact, ContactPhone } from "./contact.ts";
import { personKey } from "./person-name.ts";
import { areaOf, differing, isTollFree, type PhoneNumber, phoneNumber } from "./phone-number.ts";
import type { Relation } from "./relation.ts";
import { broken, doubtful, holding } from "./saying.ts";
import type { Scene } from "./scene.ts";
import { isOneSlip } from "./slip.ts";

/** Prints of one number. */
interface Prints {
  readonly number: PhoneNumber;
  readonly figures: number[];
}

/** Numbers to call (T48): one number in several forms, two that one slip tells apart, one person with two numbers. */
export function phones(scene: Scene, contacts: readonly Contact[]): readonly Relation[] {
  const numbers = numbersOf(scene);
  const relations: Relation[] = [];
  for (const prints of numbers.values()) {
    if (prints.figures.length > 1) relations.push(same(prints, scene));
    const wrong = impossible(prints, scene);
    if (wrong !== undefined) relations.push(wrong);
  }
  relations.push(...spelledBeside(scene));
  const pairs = tollFreePairs(numbers, scene);
  relations.push(...pairs.relations);
  relations.push(...twoNumbers(contacts, pairs.seen, scene));
  return relations;
}

function numbersOf({ lines, figureOf }: Scene): ReadonlyMap<string, Prints> {
  const numbers = new Map<string, Prints>();
  for (const { text, tokens } of lines)
    for (const token of tokens) {
      const figure = token.kind === "phone" ? figureOf.get(token) : undefined;
      const number = figure === undefined ? undefined : phoneNumber(text.slice(token.from, token.to));
      if (number === undefined) continue;
      const prints = numbers.get(number.digits);
      if (prints === undefined) numbers.set(number.digits, { number, figures: [figure!] });
      else prints.figures.push(figure!);
    }
  return numbers;
}

function same({ figures }: Prints, scene: Scene): Relation {
  const forms = [...new Set(figures.map((f) => scene.figures[f]!.text))];
  const text = forms.length === 1 ? `${forms[0]} in ${figures.length} places` : forms.slice(0, 4).join(" = ");
  return holding({ rule: "T48", kind: "phone", text, evidence: "the same digits", figures });
}

/** Area codes and exchanges of the North American plan start with 2 to 9. */
function impossible({ number, figures }: Prints, scene: Scene): Relation | undefined {
  if (!number.american || /^[2-9]\d\d[2-9]/.test(number.digits)) return undefined;
  const print = scene.figures[figures[0]!]!.text;
  const saying = {
    rule: "T48",
    kind: "dialled",
    text: `${print} can be dialled`,
    evidence: "the North American numbering plan",
    figures,
  };
  return broken(saying, {
    code: "phone-cannot-be",
    severity: "warning",
    message: `"${print}" cannot be dialled in North America: its area code and its exchange must start with 2 to 9.`,
    remedy: "Check the number; one of another country needs its code.",
  });
}

/** "1-800-555-WIRE (1-800-555-9473)": the letters and the digits right behind them. */
function spelledBeside(scene: Scene): readonly Relation[] {
  const relations: Relation[] = [];
  for (const { text, tokens } of scene.lines)
    tokens.forEach((token, i) => {
      const next = tokens[i + 1];
      if (token.kind !== "phone" || next?.kind !== "phone" || next.from - token.to > 4) return;
      const prints = [text.slice(token.from, token.to), text.slice(next.from, next.to)] as const;
      if (!/[A-Z]{3}/.test(prints[0]) || !text.slice(token.to, next.from + 1).includes("(")) return;
      const [a, b] = prints.map(phoneNumber);
      if (a === undefined || b === undefined) return;
      const figures = [scene.figureOf.get(token), scene.figureOf.get(next)];
      const saying = {
        rule: "T48",
        kind: "spelled phone",
        text: prints.join(" = "),
        evidence: "one right after the other",
        figures,
      };
      relations.push(
        a.digits === b.digits
          ? holding(saying)
          : broken(saying, {
              code: "phone-differs",
              severity: "error",
              message: `"${prints[0]}" spells ${dressed(a)}; "${prints[1]}" is printed right after it.`,
              remedy: "Correct the digits or the letters.",
            }),
      );
    });
  return relations;
}

const dressed = ({ digits }: PhoneNumber): string => `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;

/** Two numbers alike but for their area codes, of which one is toll-free and the other a slip of it. */
function tollFreePairs(
  numbers: ReadonlyMap<string, Prints>,
  scene: Scene,
): { readonly relations: readonly Relation[]; readonly seen: ReadonlySet<string> } {
  const byLine = new Map<string, Prints[]>();
  for (const prints of numbers.values()) {
    if (!prints.number.american) continue;
    const key = prints.number.digits.slice(3);
    const alike = byLine.get(key);
    if (alike === undefined) byLine.set(key, [prints]);
    else alike.push(prints);
  }
  const relations: Relation[] = [];
  const seen = new Set<string>();
  for (const alike of byLine.values())
    for (const free of alike) {
      if (!isTollFree(free.number)) continue;
      for (const other of alike) {
        if (isTollFree(other.number) || !isOneSlip(areaOf(free.number), areaOf(other.number))) continue;
        relations.push(tollFree(free, other, scene));
        seen.add(other.number.digits);
      }
    }
  return { relations, seen };
}

function tollFree(free: Prints, other: Prints, scene: Scene): Relation {
  const good = scene.figures[free.figures[0]!]!.text;
  const bad = scene.figures[other.figures[0]!]!.text;
  const saying = {
    rule: "T48",
    kind: "phone",
    text: `${good} = ${bad}`,
    evidence: "seven digits alike, and one area code that a slip makes of the other",
    figures: [...free.figures, ...other.figures],
    culprit: other.figures[0],
  };
  return broken(saying, {
    code: "phone-differs",
    severity: "error",
    message: `"${bad}" and "${good}" differ in the area code alone; ${areaOf(free.number)} is toll-free, ${areaOf(other.number)} is not.`,
    remedy: `Print ${dressed(free.number)} in both places, if that is the number meant.`,
  });
}

/** One person with numbers of which none, or only some, stand in both places (T48). */
function twoNumbers(contacts: readonly Contact[], seen: ReadonlySet<string>, scene: Scene): readonly Relation[] {
  const first = new Map<string, Contact>();
  const relations: Relation[] = [];
  for (const contact of contacts) {
    if (contact.phones.length === 0) continue;
    const key = personKey(contact.name);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, contact);
      continue;
    }
    const here = apart(contact.phones, earlier.phones, seen);
    const there = apart(earlier.phones, contact.phones, seen);
    if (here.length !== 1 || there.length !== 1) continue;
    const found = oneOfTwo(there[0]!, here[0]!, contact.name, scene);
    if (found !== undefined) relations.push(found);
  }
  return relations;
}

const apart = (
  mine: readonly ContactPhone[],
  others: readonly ContactPhone[],
  seen: ReadonlySet<string>,
): readonly ContactPhone[] =>
  mine
    .filter((m) => !seen.has(m.number.digits) && !others.some((o) => o.number.digits === m.number.digits))
    .filter(
      (m) => !others.some((o) => seen.has(o.number.digits) && o.number.digits.slice(3) === m.number.digits.slice(3)),
    );

function oneOfTwo(a: ContactPhone, b: ContactPhone, name: string, scene: Scene): Relation | undefined {
  if (a.number.american !== b.number.american) return undefined;
  const prints = [scene.figures[a.figure]!.text, scene.figures[b.figure]!.text] as const;
  const groups = a.number.american ? differing(a.number, b.number) : [];
  const slip = groups.length === 1 && isOneSlip(...groups[0]!);
  const saying = {
    rule: "T48",
    kind: "phone",
    text: `${prints[0]} = ${prints[1]}`,
    evidence: `the number of ${name} in two places`,
    figures: [a.figure, b.figure],
  };
  const trouble = {
    code: "phone-differs",
    severity: slip ? "error" : "warning",
    message: `${name} has "${prints[0]}" in one place and "${prints[1]}" in another${slip ? "; one slip makes one of the other" : ""}.`,
    remedy: "Check which number is right, and print it in both places.",
  } as const;
  return slip ? broken(saying, trouble) : doubtful(saying, trouble);
}
