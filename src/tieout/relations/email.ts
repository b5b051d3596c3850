import type { Contact } from "./contact.ts";
import { emailsIn } from "./email-address.ts";
import type { Relation } from "./relation.ts";
import { doubtful } from "./saying.ts";
import { type Line, placeIn, type Scene } from "./scene.ts";
import { isOneSlip } from "./slip.ts";

const SITE = /(?:https?:\/\/|www\.)(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,12}/gi;

interface Host {
  /** The name that is registered: "millipore.com". */
  readonly name: string;
  readonly print: string;
  readonly line: Line;
  readonly from: number;
  readonly to: number;
  readonly mail: boolean;
}

/** The part of a host that its owner registered, its last two labels (three below a second level such as "co.uk"). */
function registered(host: string): string {
  const labels = host.toLowerCase().split(".");
  const second = labels.at(-2) ?? "";
  const deep = second.length <= 3 && (labels.at(-1) ?? "").length === 2 && labels.length > 2;
  return labels.slice(deep ? -3 : -2).join(".");
}

/** Addresses whose domain is one slip away from another printed one (T52), or whose name is from the contact's (T49). */
export function emails(scene: Scene, contacts: readonly Contact[]): readonly Relation[] {
  return [...strayDomains(hostsOf(scene)), ...contacts.flatMap((c) => strayNames(c))];
}

function hostsOf({ lines }: Scene): readonly Host[] {
  const hosts: Host[] = [];
  for (const line of lines) {
    const { text } = line;
    const mail = text.includes("@");
    if (!mail && !text.includes("www.") && !text.includes("http")) continue;
    if (mail)
      for (const { domain, from, to } of emailsIn(text))
        hosts.push({ name: registered(domain), print: text.slice(from, to), line, from, to, mail: true });
    for (const m of text.matchAll(SITE)) {
      const host = m[0].replace(/^https?:\/\//i, "");
      const to = m.index + m[0].length;
      hosts.push({ name: registered(host), print: m[0], line, from: m.index, to, mail: false });
    }
  }
  return hosts;
}

/** Shorter names are often one letter apart by themselves. */
const SHORTEST = 7;

function strayDomains(hosts: readonly Host[]): readonly Relation[] {
  const byName = new Map<string, Host[]>();
  for (const host of hosts) {
    const same = byName.get(host.name);
    if (same === undefined) byName.set(host.name, [host]);
    else same.push(host);
  }
  const names = [...byName.keys()].filter((n) => n.length >= SHORTEST).slice(0, 60);
  const relations: Relation[] = [];
  names.forEach((a, i) => {
    for (const b of names.slice(i + 1)) {
      const first = byName.get(a)!;
      const second = byName.get(b)!;
      if (!isOneSlip(a, b)) continue;
      // Of as many prints each, a site is the surer one: people have seen it work.
      const usualFirst = first.length === second.length ? !first[0]!.mail : first.length > second.length;
      const [usual, rare] = usualFirst ? [first, second] : [second, first];
      relations.push(rare[0]!.mail || usual[0]!.mail ? stray(rare[0]!, usual[0]!) : straySite(rare[0]!, usual[0]!));
    }
  });
  return relations;
}

const stray = (rare: Host, usual: Host): Relation =>
  doubtful(
    {
      rule: "T49",
      kind: "domain",
      text: `${rare.name} = ${usual.name}`,
      evidence: "two domains of the document that one letter tells apart",
      figures: [],
    },
    {
      code: "email-differs",
      severity: "warning",
      message: `"${rare.print}" is at ${rare.name}; elsewhere the document has ${usual.name} ("${usual.print}").`,
      remedy: "One letter tells the two apart: check which of them exists.",
      at: placeIn(rare.line, rare.from, rare.to),
    },
  );

/** The same of two sites of the World Wide Web (T52); that either of them answers only a look at it would show. */
const straySite = (rare: Host, usual: Host): Relation =>
  doubtful(
    {
      rule: "T52",
      kind: "site",
      text: `${rare.name} = ${usual.name}`,
      evidence: "two sites of the document that one letter tells apart",
      figures: [],
    },
    {
      code: "site-differs",
      severity: "warning",
      message: `"${rare.print}" is at ${rare.name}; elsewhere the document has "${usual.print}".`,
      remedy: "One letter tells the two apart: check which of them is meant.",
      at: placeIn(rare.line, rare.from, rare.to),
    },
  );

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();

/** An address that has the contact's family name, but for one slip. */
function strayNames({ name, emails: addresses }: Contact): readonly Relation[] {
  const words = name.split(" ");
  const family = plain(words.at(-1)!);
  if (family.length < 5) return [];
  return addresses.flatMap(({ email, line }) => {
    const local = plain(email.local);
    if (local.includes(family)) return [];
    const parts = email.local.split(/[._-]/).map(plain);
    const given = plain(words[0]!);
    const found = [...parts, local.slice(1), local.startsWith(given) ? local.slice(given.length) : ""].find((p) =>
      isOneSlip(p, family),
    );
    if (found === undefined) return [];
    return [
      doubtful(
        {
          rule: "T49",
          kind: "address",
          text: `${email.local}@${email.domain} is an address of ${name}`,
          evidence: "the name above the address",
          figures: [],
        },
        {
          code: "email-differs",
          severity: "warning",
          message: `"${email.local}@${email.domain}" stands with ${name}: one letter tells "${found}" from "${family}".`,
          remedy: "Check the spelling of the name and of the address.",
          at: placeIn(line, email.from, email.to),
        },
      ),
    ];
  });
}
