/** A plain decimal with thousands separators, its sign kept: "1,204.9", "-12,000". */
export function grouped(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const parted = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}
