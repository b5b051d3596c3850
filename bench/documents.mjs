// What the benchmark checks: real pages where the folder ../shared is there, else pages made of our own example.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const corpus = path("../../shared/corpus/");

/** The HTML releases and the filings, or pages of our own, with where they come from. */
export function pages() {
  const list = ["releases/html", "ixbrl"].flatMap((folder) =>
    existsSync(corpus + folder)
      ? readdirSync(corpus + folder)
          .filter((name) => /\.html?$/.test(name))
          .sort()
          .map((name) => ({ name, bytes: readFileSync(`${corpus}${folder}/${name}`) }))
      : [],
  );
  if (list.length > 0) return { from: `${list.length} real pages`, list };
  const [html] = examples();
  const made = [3, 10, 30].map((times) => ({ name: `${html.name} ${times}x`, bytes: repeated(html.bytes, times) }));
  return { from: "our own example, repeated", list: made };
}

/** Our own example, as a page and as text. */
export const examples = () =>
  ["halvorsen-2007-q3.htm", "halvorsen-2007-q3.txt"].map((name) => ({
    name,
    bytes: readFileSync(path(`../examples/${name}`)),
  }));

/** The document so many times in one: the body of a page, or all of a text. */
export function repeated(bytes, times) {
  const text = bytes.toString("utf8");
  const open = text.search(/<body[^>]*>/i);
  const close = text.toLowerCase().lastIndexOf("</body>");
  if (open < 0 || close < 0) return Buffer.from(`${text}\n\n`.repeat(times));
  const inside = text.indexOf(">", open) + 1;
  return Buffer.from(text.slice(0, inside) + text.slice(inside, close).repeat(times) + text.slice(close));
}
