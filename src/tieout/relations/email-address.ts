/** An address as printed. */
export interface Email {
  readonly local: string;
  readonly domain: string;
  readonly from: number;
  readonly to: number;
}

const LOCAL = /[A-Za-z0-9._%+'-]/;
const HOST = /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/y;
const LONGEST = 64;

/** The addresses of a text. */
export function emailsIn(text: string): readonly Email[] {
  const found: Email[] = [];
  let floor = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let from = at;
    while (from > floor && at - from < LONGEST && LOCAL.test(text[from - 1]!)) from--;
    HOST.lastIndex = at + 1;
    const m = from < at ? HOST.exec(text) : null;
    if (m === null) continue;
    const domain = m[0].replace(/-+$/, "").toLowerCase();
    found.push({ local: text.slice(from, at), domain, from, to: at + 1 + domain.length });
    floor = HOST.lastIndex;
  }
  return found;
}
