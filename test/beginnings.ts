/* What a pattern's matches can begin with, read off the pattern. */

type Words = ReadonlySet<string>;
const NOTHING: Words = new Set([""]);
const ANY: Words = new Set(["*"]);
/** More than this often a part that may be repeated without end is not asked for. */
const OFTEN = 9;

/**
 * What texts that some patterns match begin with: up to `most` letters, small, a star for any character, each beginning that holds others alone, sorted and parted
 * by bars. Of the syntax it knows groups, branches, repeats, classes, escapes and what looks ahead or behind, which takes no letters.
 */
export function beginningsOf(patterns: readonly string[], most: number): string {
  const all = [...new Set(patterns.flatMap((pattern) => [...new Reader(pattern, most).words()]))];
  const holds = (short: string, long: string): boolean =>
    short !== long && short.length <= long.length && [...short].every((c, i) => c === "*" || c === long[i]);
  return all
    .filter((one) => !all.some((other) => holds(other, one)))
    .sort()
    .join("|");
}

class Reader {
  private readonly pattern: string;
  private readonly most: number;
  private at = 0;

  constructor(pattern: string, most: number) {
    this.pattern = pattern;
    this.most = most;
  }

  words(): Words {
    let all = this.sequence();
    while (this.pattern[this.at] === "|") {
      this.at++;
      all = new Set([...all, ...this.sequence()]);
    }
    return all;
  }

  private sequence(): Words {
    let all = NOTHING;
    while (this.at < this.pattern.length && this.pattern[this.at] !== "|" && this.pattern[this.at] !== ")")
      all = this.joined(all, this.repeated(this.atom()));
    return all;
  }

  private joined(one: Words, other: Words): Words {
    const whole = (a: string): boolean => a.length >= this.most;
    return new Set([...one].flatMap((a) => (whole(a) ? [a] : [...other].map((b) => (a + b).slice(0, this.most)))));
  }

  private repeated(words: Words): Words {
    const match = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/.exec(this.pattern.slice(this.at));
    if (match === null) return words;
    this.at += match[0].length;
    const [, sign, least, comma, greatest] = match;
    const from = sign === undefined ? Number(least) : sign === "+" ? 1 : 0;
    const upTo = comma === "" ? from : Number(greatest || OFTEN);
    const to = Math.min(sign === undefined ? upTo : sign === "?" ? 1 : OFTEN, this.most);
    let all: Words = new Set();
    let times = NOTHING;
    for (let i = 0; i <= to; i++) {
      if (i >= Math.min(from, to)) all = new Set([...all, ...times]);
      times = this.joined(times, words);
    }
    return all;
  }

  private atom(): Words {
    const rest = this.pattern.slice(this.at);
    const group = /^\((\?:|\?<?[=!])?/.exec(rest);
    if (group !== null) {
      this.at += group[0].length;
      const words = this.words();
      this.at++;
      return group[1] === undefined || group[1] === "?:" ? words : NOTHING;
    }
    const [one] = /^(?:\[(?:\\.|[^\]\\])*\]|\\u[\da-f]{4}|\\.|.)/iu.exec(rest)!;
    this.at += one.length;
    if (one === "^" || one === "$" || one === "\\b") return NOTHING;
    if (one === "." || /^\\[wds]$/i.test(one)) return ANY;
    if (one.startsWith("\\u")) return new Set([String.fromCharCode(Number.parseInt(one.slice(2), 16))]);
    if (one.startsWith("\\")) return new Set([one.slice(1).toLowerCase()]);
    if (!one.startsWith("[")) return new Set([one.toLowerCase()]);
    return /^\[\^|\\|[^[]-[^\]]/.test(one) ? ANY : new Set(one.slice(1, -1).toLowerCase());
  }
}
