import type { Contact, Stretch } from "./contact.ts";
import { isPersonName, personKey } from "./person-name.ts";
import type { Relation } from "./relation.ts";
import { doubtful } from "./saying.ts";
import { type Line, placeIn, type Scene } from "./scene.ts";
import { deskOf, isTitle, spelledOut, titleWords, withoutFirm } from "./title.ts";

/** A person with a title, from a contact or from a sentence. */
interface Holder {
  readonly key: string;
  readonly name: string;
  readonly title: Stretch;
}

/** Titles that one person has in two forms, and contacts that change between the head and the foot of a release (T50). */
export function people(scene: Scene, contacts: readonly Contact[]): readonly Relation[] {
  return [...titles([...contacts.flatMap(holderOf), ...speakers(scene)]), ...changed(contacts)];
}

const holderOf = ({ name, title }: Contact): readonly Holder[] =>
  title === undefined ? [] : [{ key: personKey(name), name, title }];

const SAID = /\b(?:said|says|stated|commented|added|noted|remarked|continued|concluded|explained)\b/g;
const NAME = /[\p{Lu}][\p{L}'’-]{0,24}\.?(?: (?:[\p{Lu}][\p{L}'’-]{0,24}\.?|van|von|de|der|di|la)){1,3}/uy;

/** "...", said Ada Norlund, Chair and CEO of Norlund; Ada Norlund, Chair and CEO, said. */
function speakers({ lines }: Scene): readonly Holder[] {
  const holders: Holder[] = [];
  for (const line of lines)
    for (const m of line.text.matchAll(SAID)) {
      const holder = behind(line, m.index + m[0].length + 1) ?? ahead(line, m.index);
      if (holder !== undefined) holders.push(holder);
    }
  return holders;
}

const STOP = /[."“”;()]|,? (?:who|in a|in the|on the|commented|said|stated|added|noted|remarked|while|as)\b/;

function behind(line: Line, at: number): Holder | undefined {
  NAME.lastIndex = at;
  const m = NAME.exec(line.text);
  if (m === null || !isPersonName(m[0])) return undefined;
  const from = at + m[0].length + 2;
  if (line.text.slice(from - 2, from) !== ", ") return undefined;
  const rest = line.text.slice(from, from + 160);
  const stop = STOP.exec(rest);
  return holder(m[0], line, from, from + (stop === null ? rest.length : stop.index));
}

/** The name that opens the sentence before "said". */
function ahead(line: Line, at: number): Holder | undefined {
  const start = Math.max(0, at - 200);
  const before = line.text.slice(start, at);
  const opening = Math.max(before.lastIndexOf(". "), before.lastIndexOf("” "), before.lastIndexOf('" '));
  const from = opening < 0 ? (start === 0 ? 0 : -1) : start + opening + 2;
  if (from < 0) return undefined;
  NAME.lastIndex = from;
  const m = NAME.exec(line.text);
  if (m === null || !isPersonName(m[0])) return undefined;
  const title = from + m[0].length + 2;
  return line.text.slice(title - 2, title) === ", " && title < at ? holder(m[0], line, title, at) : undefined;
}

/** The holder of the title between `from` and `to`, as far as it goes: a comma may lead on to something else. */
function holder(name: string, line: Line, from: number, to: number): Holder | undefined {
  const pieces = line.text.slice(from, to).split(/,(?= )/);
  let end = from;
  for (const piece of pieces) {
    if (!isTitle(piece.trim())) break;
    end += piece.length + (end > from ? 1 : 0);
  }
  const text = line.text.slice(from, end).trim();
  return text === "" ? undefined : { key: personKey(name), name, title: { text, line, from, to: from + text.length } };
}

function titles(holders: readonly Holder[]): readonly Relation[] {
  const first = new Map<string, Holder>();
  const told = new Set<string>();
  const relations: Relation[] = [];
  for (const h of holders) {
    const other = first.get(h.key);
    if (other === undefined) {
      first.set(h.key, h);
      continue;
    }
    const difference = told.has(h.key) ? undefined : differs(other.title.text, h.title.text);
    if (difference === undefined) continue;
    told.add(h.key);
    relations.push(twoTitles(other, h, difference));
  }
  return relations;
}

/** How two titles differ: in form (the same words, tied otherwise), or in what they say; one may leave out what the other has. */
function differs(a: string, b: string): "form" | "title" | undefined {
  const x = titleWords(a);
  const y = titleWords(b);
  const shared = [...x].filter((w) => y.has(w)).length;
  if (shared === x.size && shared === y.size) return spelledOut(a) === spelledOut(b) ? undefined : "form";
  // Desks without a rank, and titles that add to each other, are no contradiction.
  if (shared === x.size || shared === y.size || shared > 1) return undefined;
  return rankOf(x) && rankOf(y) ? "title" : undefined;
}

const rankOf = (words: ReadonlySet<string>): boolean =>
  ["president", "director", "officer", "manager", "chair", "chairman", "head"].some((w) => words.has(w));

function twoTitles(a: Holder, b: Holder, difference: "form" | "title"): Relation {
  const prints = [withoutFirm(a.title.text), withoutFirm(b.title.text)];
  const { line, from, to } = b.title;
  return doubtful(
    {
      rule: "T50",
      kind: "title",
      text: `${a.name}: ${prints.join(" = ")}`,
      evidence: "the same name twice",
      figures: [],
    },
    {
      code: "title-differs",
      severity: "note",
      message: `${a.name} is "${prints[0]}" in one place and "${prints[1]}" in another${difference === "form" ? ": one title in two forms" : ""}.`,
      remedy: "Write the title the same way everywhere.",
      at: placeIn(line, from, to),
    },
  );
}

/** A desk that one person has at the head of the release and another at its foot. */
function changed(contacts: readonly Contact[]): readonly Relation[] {
  const head = byDesk(contacts.filter((c) => c.ahead));
  const foot = byDesk(contacts.filter((c) => !c.ahead));
  const relations: Relation[] = [];
  for (const [desk, above] of head) {
    const below = foot.get(desk);
    // Several people may share a desk; only where each place names one of them is it a change.
    if (below === undefined || above.length !== 1 || below.length !== 1) continue;
    if (personKey(above[0]!.name) !== personKey(below[0]!.name)) relations.push(change(above[0]!, below[0]!, desk));
  }
  return relations;
}

function byDesk(contacts: readonly Contact[]): ReadonlyMap<string, readonly Contact[]> {
  const desks = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const desk = contact.title === undefined ? "" : deskOf(contact.title.text);
    if (!/relations|communications|media|press|affairs/.test(desk)) continue;
    const same = desks.get(desk);
    if (same === undefined) desks.set(desk, [contact]);
    else if (!same.some((c) => personKey(c.name) === personKey(contact.name))) same.push(contact);
  }
  return desks;
}

function change(above: Contact, below: Contact, desk: string): Relation {
  const { line, from, to } = below.at;
  const shown = (c: Contact): string => `${c.name} ("${c.title!.text}")`;
  return doubtful(
    {
      rule: "T50",
      kind: "contact",
      text: `${above.name} = ${below.name}, the contact for ${desk}`,
      evidence: "one desk at the head and at the foot of the release",
      figures: [...above.phones, ...below.phones].map((p) => p.figure),
    },
    {
      code: "contact-differs",
      severity: "warning",
      message: `For ${desk} the head of the release names ${shown(above)}, its foot ${shown(below)}.`,
      remedy: "Check who the contact is, and name the same one in both places.",
      at: placeIn(line, from, to),
    },
  );
}
