import type { Member } from "./fact.ts";

/** The whole group. */
export const GROUP: Member = {};

/** One text for one member, "division=Bioscience;region=Europe"; "" is the group. It is how `member` cells are written, too. */
export function memberText(member: Member): string {
  const parts: string[] = [];
  if (member.division !== undefined) parts.push(`division=${member.division}`);
  if (member.region !== undefined) parts.push(`region=${member.region}`);
  if (member.category !== undefined) parts.push(`category=${member.category}`);
  return parts.join(";");
}

/** The names that members can have in one set of books. */
export interface MemberNames {
  readonly divisions: readonly string[];
  readonly regions: readonly string[];
  readonly categories: readonly string[];
}

const PART = /^(division|region|category)=(.*)$/;

/**
 * The member of a cell: "division=Bioscience;region=Europe", or a bare name where only one division, region or category has it. Undefined where nothing
 * or more than one thing has the name.
 */
export function memberOf(names: MemberNames, text: string | undefined): Member | undefined {
  if (text === undefined || text === "") return GROUP;
  const parts = text.split(";").map((part) => PART.exec(part.trim()));
  if (parts.every((part) => part !== null)) {
    const member: Record<string, string> = {};
    for (const part of parts) member[part[1]!] = part[2]!.trim();
    return member;
  }
  const found: Member[] = [
    ...(names.divisions.includes(text) ? [{ division: text }] : []),
    ...(names.regions.includes(text) ? [{ region: text }] : []),
    ...(names.categories.includes(text) ? [{ category: text }] : []),
  ];
  return found.length === 1 ? found[0] : undefined;
}
