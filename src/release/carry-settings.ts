import { type Calendar, isPeriodCode } from "../books/periods.ts";
import { verbatim } from "../text/printed.ts";
import { type Fields, settingsValue, type Text, type Value } from "../text/settings.ts";
import { type CarryWork, NO_WORK, worksOf } from "./carry-changes.ts";
import { carriedCode, stays } from "./carry-codes.ts";
import { type CarryReason, carryMark, carryTold, isDated, isOutlook } from "./carry-mark.ts";
import type { CarryStep } from "./carry-period.ts";
import { markedScalar } from "./carry-scalar.ts";
import { periodCodesOf, readBinding } from "./read-binding.ts";
import { type Piece, pieceOf } from "./source-text.ts";

interface Carrier {
  readonly text: string;
  readonly step: CarryStep;
  readonly calendar: Calendar;
}

const WORDS = {
  all: "settings",
  one: "a setting",
  divide: "Look whether it is the file that is meant.",
  second: ["", ""] as const,
};

/** What is done to tables.yaml: its periods and the codes in its bindings moved, and marks in the titles, heads and labels that name a time. */
export const carriedTables = (text: string, step: CarryStep, calendar: Calendar): CarryWork =>
  carriedFile(text, (value) => tablesWork({ text, step, calendar }, value, undefined));

/** What is done to call.yaml: a mark in all that is of one call alone, which is all but its title, its zone, the length of its replay and its notes. */
export const carriedCall = (text: string, step: CarryStep, calendar: Calendar): CarryWork =>
  carriedFile(text, (value) => callWork({ text, step, calendar }, value, undefined));

/** A file that cannot be read is carried as it stands: the build tells what is wrong with it. */
function carriedFile(text: string, work: (value: Value) => CarryWork): CarryWork {
  const { value, troubles } = settingsValue(text, WORDS);
  const [trouble] = troubles;
  const done = value === undefined ? NO_WORK : work(value);
  if (trouble === undefined) return done;
  const words = `nothing of this was looked through, for it cannot be read: ${trouble.message}`;
  return value === undefined ? { changes: [], notes: [{ kind: "look", at: trouble.start, words }] } : done;
}

/** The fields of tables.yaml that name periods, and those whose texts are printed as they are typed. */
const PERIODS = new Set(["period", "periods", "growth", "change", "share", "per-share"]);
const PRINTED = new Set([
  ...["title", "description", "head", "label", "labels", "footnotes", "footnote", "note"],
  ...["name", "total", "unallocated"],
]);

function tablesWork(carrier: Carrier, value: Value, key: string | undefined): CarryWork {
  if (value.kind === "list") return worksOf(value.items.map((item) => tablesWork(carrier, item, key)));
  if (value.kind === "fields") {
    const inner = value.fields.map((field) =>
      tablesWork(carrier, field.value, key === "labels" ? key : field.key.text),
    );
    return worksOf([...inner, lookedAt(value)]);
  }
  if (key !== undefined && PERIODS.has(key)) return periodWork(carrier, value);
  return key !== undefined && PRINTED.has(key) ? printedWork(carrier, value) : NO_WORK;
}

/** What no check finds: whether a period has been audited, and what the plan holds. */
function lookedAt({ fields }: Fields): CarryWork {
  const notes = fields.flatMap(({ key, value }) => {
    if (value.kind !== "text" || !/^(?:yes|true)$/i.test(value.text)) return [];
    const words =
      key.text === "audited"
        ? "whether this column is audited now"
        : key.text === "guidance"
          ? "whether books/plan.csv holds the guidance that this table is to print"
          : undefined;
    return words === undefined ? [] : [{ kind: "look" as const, at: key.start, words }];
  });
  return { changes: [], notes };
}

/** The codes among the words of a period. */
function periodWork(carrier: Carrier, scalar: Text): CarryWork {
  const written = verbatim(carrier.text, scalar.start, scalar.end);
  const codes = [...written.text.matchAll(/[\w-]+/g)]
    .filter(({ 0: word }) => isPeriodCode(word))
    .map(({ index, 0: word }) => pieceOf(written, index, index + word.length));
  const { works, left } = movedCodes(carrier, codes);
  return worksOf(left === undefined ? works : [...works, marked(carrier, scalar, "period", stays(left))]);
}

/** The codes moved, and the first that cannot be. */
function movedCodes(
  { step, calendar }: Carrier,
  codes: readonly Piece[],
): { readonly works: readonly CarryWork[]; readonly left: string | undefined } {
  const moved = codes.map((code) => carriedCode(code, step, calendar));
  const left = codes.find((_, i) => moved[i] === undefined)?.text;
  return { works: moved.filter((work) => work !== undefined), left };
}

/** A text that is printed: its bindings are moved, and a time that is typed in it is left to the writer. A scalar takes one mark. */
function printedWork(carrier: Carrier, scalar: Text): CarryWork {
  const { text } = carrier;
  const codes = [...text.slice(scalar.start, scalar.end).matchAll(/\{[^{}]*\}/g)].flatMap(({ index, 0: braces }) => {
    const from = scalar.start + index;
    const read = readBinding(verbatim(text, from + 1, from + braces.length - 1));
    return "binding" in read ? periodCodesOf(read.binding) : [];
  });
  const { works, left } = movedCodes(carrier, codes);
  if (left !== undefined) return worksOf([...works, marked(carrier, scalar, "period", stays(left))]);
  const typed = scalar.text.replace(/\{[^{}]*\}/g, " ");
  const reason: CarryReason | undefined = isDated(typed) ? "typed" : isOutlook(typed) ? "outlook" : undefined;
  return worksOf(
    reason === undefined ? works : [...works, marked(carrier, scalar, reason, carryTold(reason, scalar.text))],
  );
}

const STANDING = new Set(["title", "zone", "days", "note"]);

function callWork(carrier: Carrier, value: Value, key: string | undefined): CarryWork {
  if (value.kind === "list") return worksOf(value.items.map((item) => callWork(carrier, item, key)));
  if (value.kind === "fields")
    return worksOf(value.fields.map((field) => callWork(carrier, field.value, field.key.text)));
  if (value.text.trim() === "") return NO_WORK;
  if (key !== undefined && STANDING.has(key)) return printedWork(carrier, value);
  return marked(carrier, value, "call", carryTold("call", `${key ?? ""} ${value.text}`));
}

function marked({ text, step }: Carrier, scalar: Text, reason: CarryReason, words: string): CarryWork {
  return {
    changes: markedScalar(text, scalar, carryMark(reason, step.from)),
    notes: [{ kind: "marked", at: scalar.start, words }],
  };
}
