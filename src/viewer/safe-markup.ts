/**
 * The closed list of what a shown document may hold. All else of a release is left out: what is not here can neither run, nor
 * fetch, nor reach over the rest of the page.
 */

/** What an element of a document is for the page that shows it. */
export interface Treatment {
  /**
   * block: stands on lines of its own. words: dresses what is written in it. part: a part of a table. void: has no content.
   * unseen: nothing in it is shown. plain: what is in it is shown, and the element is not.
   */
  readonly role: "block" | "words" | "table" | "part" | "void" | "unseen" | "plain";
  /** The element that it is shown as; empty where there is none. */
  readonly as: string;
  /** Declarations that say what its name meant ("text-align:center" of a center). */
  readonly style: string;
}

const TREATMENTS = new Map<string, Treatment>();

/** Names, each of which may be followed by the element it is shown as ("strike=s"), and the style that goes with all of them. */
function treat(role: Treatment["role"], names: string, style = ""): void {
  for (const word of names.split(" ")) {
    const [name = "", as = name] = word.split("=");
    TREATMENTS.set(name, { role, as, style });
  }
}

treat(
  "block",
  "p div h1 h2 h3 h4 h5 h6 pre listing=pre xmp=pre plaintext=pre blockquote ul dir=ul menu=ul ol li dl dt dd",
);
treat(
  "block",
  "address=div article=div aside=div section=div header=div footer=div main=div nav=div hgroup=div figure=div",
);
treat(
  "block",
  "figcaption=div details=div summary=div dialog=div fieldset=div legend=div form=div search=div body= html=",
);
treat("block", "center=div", "text-align:center");
treat(
  "words",
  "b strong i em u s sub sup small code q span strike=s del=s ins=u tt=code kbd=code samp=code var=i cite=i dfn=i",
);
treat("words", "font=span a=span abbr=span acronym=span label=span mark=span time=span data=span bdi=span bdo=span");
treat("words", "big=span", "font-size:larger");
treat("words", "nobr=span", "white-space:nowrap");
treat("table", "table");
treat("part", "caption colgroup col thead tbody tfoot tr td th");
treat("void", "br hr");
treat(
  "void",
  "area= base= basefont= bgsound= embed= frame= img= input= keygen= link= meta= param= source= track= wbr=",
);
treat(
  "unseen",
  "title= script= style= template= noscript= svg= math= select= textarea= object= iframe= noembed= noframes=",
);
treat("unseen", "datalist= audio= video= canvas= ix:header= ix:hidden= ix:references= ix:resources=");

const PLAIN: Treatment = { role: "plain", as: "", style: "" };

export const treatmentOf = (name: string): Treatment => TREATMENTS.get(name) ?? PLAIN;

/** Every element that can stand in a shown document. */
export const SHOWN_ELEMENTS: ReadonlySet<string> = new Set([
  "style",
  ...[...TREATMENTS.values()].map(({ as }) => as).filter((as) => as !== ""),
]);
/** Every attribute of them. */
export const SHOWN_ATTRIBUTES: ReadonlySet<string> = new Set(
  "class id tabindex data-status data-kind data-severity colspan rowspan span start value type scope".split(" "),
);

/** Controls, and marks that print nothing or turn the direction of what follows. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as a page holds it, in an element or in a quoted attribute. */
export const escapeText = (text: string): string => text.replace(/[&<>"]/g, (c) => ESCAPES[c]!);

/** The same of text that a stranger wrote: what prints nothing, or would turn the text around, is left out. */
export const escapeStrange = (text: string): string => escapeText(text.replace(UNSEEN, "").replace(/\r\n?|\f/g, "\n"));
