/** A number to call without the ways of writing it. */
export interface PhoneNumber {
  /** Ten digits of the North American plan, or "+" and all digits of another. */
  readonly digits: string;
  readonly american: boolean;
}

const EXTENSION = /[,;]?\s{0,2}(?:ext(?:ension)?\.?|x)\s?\d{1,6}$/i;
const KEYS = "22233344455566677778889999";

/** "(978) 715 - 1527", "+1 978.715.1527", "1-800-GO-FIRST"; undefined for a local number or what cannot be read. */
export function phoneNumber(print: string): PhoneNumber | undefined {
  const bare = print.replace(EXTENSION, "");
  const spelled = bare.replace(/[A-Za-z]/g, (c) => KEYS[c.toUpperCase().charCodeAt(0) - 65] ?? "");
  const lettered = spelled !== bare;
  const digits = spelled.replace(/\D/g, "");
  if (bare.startsWith("+") && !/^\+ ?1(?!\d{11})/.test(bare)) return { digits: `+${digits}`, american: false };
  const national = digits.length > 10 && digits.startsWith("1") ? digits.slice(1) : digits;
  // Words may run on beyond the digits that are dialled.
  if (lettered && national.length > 10) return { digits: national.slice(0, 10), american: true };
  return national.length === 10 ? { digits: national, american: true } : undefined;
}

const TOLL_FREE: ReadonlySet<string> = new Set(["800", "833", "844", "855", "866", "877", "888"]);

export const areaOf = (n: PhoneNumber): string => n.digits.slice(0, 3);
export const isTollFree = (n: PhoneNumber): boolean => n.american && TOLL_FREE.has(areaOf(n));

/** Area code, exchange and line. */
export const groupsOf = ({ digits }: PhoneNumber): readonly [string, string, string] => [
  digits.slice(0, 3),
  digits.slice(3, 6),
  digits.slice(6),
];

/** The groups in which two numbers of the North American plan differ. */
export function differing(a: PhoneNumber, b: PhoneNumber): readonly (readonly [string, string])[] {
  const left = groupsOf(a);
  const right = groupsOf(b);
  return left.flatMap((group, i) => (group === right[i] ? [] : [[group, right[i]!] as const]));
}
