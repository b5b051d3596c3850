import { asHtml } from "./as-html.ts";
import { asText } from "./as-text.ts";
import { encode, mutate } from "./mutate.ts";
import type { Random } from "./random.ts";
import { release } from "./release.ts";

/** A page as it should be: one of the habits of real releases, in one of the encodings they come in. */
export const page = (r: Random): Uint8Array => encode(r, written(r));

/** The same, damaged in one to six ways. */
export const damagedPage = (r: Random): Uint8Array => mutate(r, page(r), () => page(r));

/** Bytes that were never a page, but for a word of one here and there. */
export function noise(r: Random): Uint8Array {
  const bytes = new Uint8Array(r.below(3000));
  // Without NUL mostly: one of them makes bytes a binary file, which is refused at once.
  const least = r.chance(0.1) ? 0 : r.pick([1, 9, 32]);
  const most = r.pick([256, 127, 64]);
  for (let i = 0; i < bytes.length; i++) bytes[i] = least + r.below(most - least);
  return r.chance(0.5) ? mutate(r, bytes, () => page(r)) : bytes;
}

function written(r: Random): string {
  const of = release(r);
  const how = r.fraction();
  return how < 0.45 ? asHtml(r, of, false) : how < 0.6 ? asHtml(r, of, true) : asText(r, of);
}
