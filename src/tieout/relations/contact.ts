import { type Email, emailsIn } from "./email-address.ts";
import { isPersonName } from "./person-name.ts";
import { type PhoneNumber, phoneNumber } from "./phone-number.ts";
import type { Line, Scene } from "./scene.ts";
import { isTitle } from "./title.ts";

/** A person to turn to, with what stands below the name. */
export interface Contact {
  /** As printed. */
  readonly name: string;
  readonly title: Stretch | undefined;
  readonly phones: readonly ContactPhone[];
  readonly emails: readonly { readonly email: Email; readonly line: Line }[];
  readonly at: Stretch;
  /** Whether it stands above the body of the document. */
  readonly ahead: boolean;
}

export interface Stretch {
  readonly text: string;
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

export interface ContactPhone {
  readonly figure: number;
  readonly number: PhoneNumber;
}

/** Longer lines hold sentences. */
const LONGEST = 260;
/** A paragraph of this length belongs to the body. */
const BODY = 240;
/** How many lines below a name may belong to it. */
const BELOW = 6;

const LEAD =
  /^(?:\/? ?(?:or |and )?(?:(?:investors?|media|press|company|corporate|external|global|analysts?|for (?:further|more|additional) information|please|ir|the)[ &/,]{0,3})*(?:relations|inquiries|enquiries|information|contacts?|communications)?(?: contacts?)?(?: ?[:–—] ?|(?<=contacts?) - )){1,3}|^(?:or|and) /i;

/** The contacts of a document, in reading order: a name with a telephone number or an address below or beside it. */
export function contactsOf(scene: Scene): readonly Contact[] {
  const { lines } = scene;
  const body = lines.findIndex((l) => l.column === undefined && l.text.length >= BODY);
  const contacts: Contact[] = [];
  lines.forEach((line, i) => {
    const name = nameIn(line);
    if (name === undefined) return;
    const below = gathered(scene, i, name);
    if (below.phones.length + below.emails.length > 0)
      contacts.push({ name: name.text, at: name, ahead: i < body, ...below });
  });
  return contacts;
}

/** The name that a line starts with, behind "Contact:" and the like. */
function nameIn(line: Line): Stretch | undefined {
  const { text } = line;
  if (text.length > LONGEST || text.length < 4) return undefined;
  const from = LEAD.exec(text)?.[0].length ?? 0;
  const stop = /[,;:(|–—/\d@]|(?<= )- /.exec(text.slice(from, from + 60));
  const end = stop === null ? Math.min(text.length, from + 60) : from + stop.index;
  const name = text
    .slice(from, end)
    .replace(/(?<=[a-z])(?:Tel|Email|Phone)$/, "")
    .trim();
  if (!isPersonName(name)) return undefined;
  const start = text.indexOf(name, from);
  return { text: name, line, from: start, to: start + name.length };
}

type Below = Pick<Contact, "title" | "phones" | "emails">;

/** What stands with the name: the rest of its line, and the short lines below it up to the next name. */
function gathered(scene: Scene, index: number, name: Stretch): Below {
  const { lines } = scene;
  let title: Stretch | undefined;
  const phones: ContactPhone[] = [];
  const addresses: { email: Email; line: Line }[] = [];
  const first = lines[index]!;
  for (let i = index, seen = 0; i < lines.length && seen <= BELOW; i++) {
    const line = lines[i]!;
    // A table of contacts may have one of them in each column.
    if (line.block === first.block && line.column !== first.column) continue;
    seen++;
    if (line.text.length > LONGEST || (line.column ?? 1) !== (first.column ?? 1)) break;
    if (i > index && (nameIn(line) !== undefined || isDesk(line.text))) break;
    const start = i === index ? name.to : 0;
    const here = phonesOf(scene, line);
    const mails = emailsIn(line.text);
    const words = wordsOf(line, start, mails);
    title ??= words;
    for (const p of here) phones.push(p);
    for (const email of mails) addresses.push({ email, line });
    const nothing = here.length === 0 && mails.length === 0 && words === undefined;
    if (i > index && nothing && !isAffiliation(line.text)) break;
  }
  return { title, phones, emails: addresses };
}

const phonesOf = ({ figureOf }: Scene, { text, tokens }: Line): readonly ContactPhone[] =>
  tokens.flatMap((token) => {
    const figure = figureOf.get(token);
    const number = token.kind === "phone" ? phoneNumber(text.slice(token.from, token.to)) : undefined;
    return figure === undefined || number === undefined ? [] : [{ figure, number }];
  });

/** The title that stands in a line from `start` on, before its first number or address. */
function wordsOf(line: Line, start: number, mails: readonly Email[]): Stretch | undefined {
  const { text } = line;
  const phone = line.tokens.find((t) => t.kind === "phone" && t.from >= start)?.from ?? text.length;
  const end = Math.min(phone, mails.find((m) => m.from >= start)?.from ?? text.length);
  const words = text.slice(start, end).replace(/(?:\b(?:tel|phone|email|e-mail|ph|direct|office)\.?:?\s*)+$/i, "");
  const title = words.replace(/^[\s,;:–—-]{1,4}|[\s,;:–—-]{1,4}$/g, "");
  if (!isTitle(title)) return undefined;
  const from = text.indexOf(title, start);
  return { text: title, line, from, to: from + title.length };
}

/** The head of the next contact: "Media Contact:". */
const isDesk = (text: string): boolean => /^(?:[\w& ]{1,30} )?(?:contacts?|inquiries|enquiries)\s?:?$/i.test(text);

/** A firm, a city or a site below a name: what may stand between it and its number. */
const isAffiliation = (text: string): boolean =>
  text.length < 60 && !/[.!?:] [A-Z]/.test(text) && /^[^a-z]?[A-Z(w]/.test(text);
