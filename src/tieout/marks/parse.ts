import { day } from "../../calendar/date.ts";
import { FINDING_CODES } from "../../finding-code.ts";
import { lineAndColumn, lines } from "../../text/place.ts";
import { unmarked, type Value } from "../../text/settings.ts";
import type { Sought } from "../anchor/find.ts";
import { fieldsOf, itemsOf, maybeText, named, type Say, textOf, trouble } from "./_field.ts";
import { yamlValue } from "./_yaml.ts";
import {
  type Added,
  type AddedForm,
  FORMS,
  type Forbidden,
  type Mark,
  type MarkTrouble,
  type ParsedMarks,
  type Remark,
  type Signed,
} from "./mark.ts";

/**
 * The marks of a YAML text. `name` is the file's, for messages. What cannot be understood is told with its place and left
 * out; nothing throws.
 */
export function parseMarks(text: string, name: string): ParsedMarks {
  const troubles: MarkTrouble[] = [];
  const say: Say = (one) => troubles.push(one);
  const source = unmarked(text);
  const { value, troubles: before } = yamlValue(source);
  for (const one of before) say(one);
  if (value === undefined || (value.kind === "text" && value.text === "")) return { marks: [], troubles };
  const table = lines(source);
  const marks: Mark[] = [];
  const all = fieldsOf(value, "a file of marks", ["marks"], say)?.get("marks");
  // A file whose marks have all been taken out again is a file of none.
  if (all === undefined || (all.kind === "text" && all.text === "")) return { marks, troubles };
  for (const item of all.kind === "list" && all.items.length === 0 ? [] : (itemsOf(all, value, "marks", say) ?? [])) {
    const line = lineAndColumn(table, item.start).line;
    const before = troubles.length;
    const mark = markOf(item, { file: name, line }, say);
    // A mark that is understood in part could reach further than it was meant to.
    if (mark !== undefined && troubles.length === before) marks.push(mark);
  }
  return { marks, troubles };
}

const DEEDS = ["waive", "forbid", "add"] as const;
const SIGNED = ["reason", "author", "date"] as const;
const REMARKS = ["accept", "question", "comment"] as const;

function markOf(item: Value, place: Pick<Signed, "file" | "line">, say: Say): Mark | undefined {
  const known = [...DEEDS, ...REMARKS, ...SIGNED, "text", "document"];
  const fields = fieldsOf(item, "a mark", known, say, [...DEEDS, ...SIGNED]);
  if (fields === undefined) return undefined;
  const remark = REMARKS.find((kind) => fields.has(kind));
  if (remark !== undefined) return remarkOf(remark, fields, item, place, say);
  const signed = signedOf(fields, item, place, say);
  const waive = fields.get("waive");
  const forbid = fields.get("forbid");
  const add = fields.get("add");
  if (waive === undefined ? forbid === undefined && add === undefined : forbid !== undefined || add !== undefined) {
    say(
      trouble(
        "mark-without-deed",
        { start: item.start, end: item.start + 1 },
        waive === undefined
          ? 'This mark does nothing: it has neither "waive" nor "forbid" nor "add".'
          : 'This mark both waives a finding and changes a relation; "waive" stands alone.',
        waive === undefined
          ? 'Write "waive:" with the code of a finding and its figure, or "forbid:" or "add:" with a relation and its figures.'
          : "Make two marks of it, each with its reason.",
      ),
    );
    return undefined;
  }
  if (waive !== undefined) {
    const waiver = waiverOf(waive, say);
    return waiver === undefined || signed === undefined ? undefined : { kind: "waiver", ...waiver, ...signed };
  }
  const forbidden = forbid === undefined ? undefined : forbiddenOf(forbid, say);
  const added = add === undefined ? undefined : addedOf(add, say);
  // Half of a correction would leave the relation forbidden and nothing in its place.
  if ((forbid !== undefined && forbidden === undefined) || (add !== undefined && added === undefined)) return undefined;
  return signed === undefined ? undefined : { kind: "correction", forbid: forbidden, add: added, ...signed };
}

/** A mark that changes nothing of the answer. What a question asks and a comment says is its `text`; an acceptance has a reason like all others. */
function remarkOf(
  remark: Remark["remark"],
  fields: ReadonlyMap<string, Value>,
  item: Value,
  place: Pick<Signed, "file" | "line">,
  say: Say,
): Remark | undefined {
  const signed = signedOf(fields, item, place, say, remark === "accept" ? "reason" : "text");
  const other = [...DEEDS, ...REMARKS].find((key) => key !== remark && fields.has(key));
  if (other !== undefined) {
    say(
      trouble(
        "mark-without-deed",
        { start: item.start, end: item.start + 1 },
        `This mark has both "${remark}" and "${other}"; "${remark}" stands alone.`,
        "Make two marks of it, each with its author and date.",
      ),
    );
    return undefined;
  }
  const held = fieldsOf(fields.get(remark)!, `"${remark}"`, ["figure"], say);
  if (held === undefined) return undefined;
  const figure = held.get("figure");
  if (figure === undefined) {
    const why = `The field "figure" is missing here; it names the figure that is meant.`;
    say(trouble("mark-field-empty", fields.get(remark)!, why, 'Write "figure:" and its print and words.'));
    return undefined;
  }
  const sought = soughtOf(figure, say);
  return sought === undefined || signed === undefined
    ? undefined
    : { kind: "remark", remark, figure: sought, ...signed };
}

function signedOf(
  fields: ReadonlyMap<string, Value>,
  item: Value,
  place: Pick<Signed, "file" | "line">,
  say: Say,
  key: "reason" | "text" = "reason",
): Signed | undefined {
  const why = key === "reason" ? "a mark without a reason is not taken." : "it is what is asked or said.";
  const reason = textOf(fields, key, item, why, say);
  const needless = fields.get(key === "reason" ? "text" : "reason");
  if (needless !== undefined) say(needlessField(key, needless));
  const author = textOf(fields, "author", item, "a mark names who made it.", say);
  const date = textOf(fields, "date", item, "a mark names the day it was made on.", say);
  const known = date !== undefined && isDay(date.text);
  if (date !== undefined && !known)
    say(
      trouble(
        "mark-date-unknown",
        date,
        `The date is ${named(date)}; a day of the calendar, written 2007-10-30, was expected.`,
        "Write the year, the month and the day, with hyphens between them.",
      ),
    );
  const document = maybeText(fields, "document", "a mark", say);
  if (reason === undefined || author === undefined || !known) return undefined;
  const told = { reason: oneLine(reason.text), author: oneLine(author.text), date: date.text };
  return { ...told, ...place, ...(document === undefined ? {} : { document }) };
}

const needlessField = (key: "reason" | "text", place: Value): MarkTrouble =>
  key === "text"
    ? trouble(
        "mark-field-unknown",
        place,
        'A question and a comment have no field "reason"; what is asked or said is their "text".',
        'Write "text:" in its place, or take it out.',
      )
    : trouble(
        "mark-field-unknown",
        place,
        'This mark has no field "text"; why it was made is its "reason".',
        'Write "reason:" in its place, or take it out.',
      );

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [year, month, date] = parts.slice(1).map((part) => Number.parseInt(part, 10));
  return day(year!, month!, date!) !== undefined;
}

const WAIVER = ["code", "figure", "beside", "text", "places"] as const;

function waiverOf(value: Value, say: Say) {
  const fields = fieldsOf(value, '"waive"', WAIVER, say);
  if (fields === undefined) return undefined;
  const code = textOf(
    fields,
    "code",
    value,
    "it is the code of the finding to be waived, as the answer prints it.",
    say,
  );
  const figure = fields.get("figure");
  const sought = figure === undefined ? undefined : soughtOf(figure, say);
  const text = maybeText(fields, "text", '"waive"', say);
  const spots = fields.get("places");
  const places = spots === undefined ? undefined : itemsOf(spots, value, "the words of the places", say);
  const prints = fields.get("beside");
  const beside = prints === undefined ? undefined : itemsOf(prints, value, "the prints of the other figures", say);
  if (figure !== undefined && text !== undefined)
    say(
      trouble(
        "mark-text-needless",
        fields.get("text")!,
        '"text" stands beside "figure" here; it is for findings that name no figure.',
        "Take one of the two out.",
      ),
    );
  if (code !== undefined && !Object.hasOwn(FINDING_CODES, code.text)) {
    say(
      trouble(
        "mark-code-unknown",
        code,
        `There is no finding code ${named(code)}.`,
        "Write the code that the answer prints in square brackets; `tickmark codes` lists all.",
      ),
    );
    return undefined;
  }
  if (code === undefined || (figure !== undefined && (sought === undefined || text !== undefined))) return undefined;
  if (prints !== undefined && beside === undefined) return undefined;
  if (spots !== undefined && places === undefined) return undefined;
  const others = beside?.map((item) => printIn(item, "the print of a figure", '"$1,204.9"', say));
  const spoken = places?.map((item) => printIn(item, "the words of a place", '"The dial-in number is TBD."', say));
  if (others?.includes(undefined) === true || spoken?.includes(undefined) === true) return undefined;
  return {
    code: code.text,
    figure: sought,
    text,
    beside: others as readonly string[] | undefined,
    places: spoken as readonly string[] | undefined,
  };
}

function printIn(item: Value, what: string, example: string, say: Say): string | undefined {
  if (item.kind === "text" && item.text.trim() !== "") return item.text.trim();
  say(
    trouble(
      "mark-not-text",
      item,
      `Here stands ${named(item)}, where ${what} was expected.`,
      `Write it in quotation marks: ${example}.`,
    ),
  );
  return undefined;
}

function forbiddenOf(value: Value, say: Say): Forbidden | undefined {
  const fields = fieldsOf(value, '"forbid"', ["relation", "figures"], say);
  if (fields === undefined) return undefined;
  const why = 'it is the kind of the relation ("footing"), its rule ("T01"), or the code of its finding.';
  const relation = textOf(fields, "relation", value, why, say);
  const figures = figuresOf(fields.get("figures"), value, say);
  return relation === undefined || figures === undefined
    ? undefined
    : { relation: relation.text, figures: figures.map((f) => f.sought) };
}

const isForm = (text: string): text is AddedForm => Object.hasOwn(FORMS, text);

function addedOf(value: Value, say: Say): Added | undefined {
  const fields = fieldsOf(value, '"add"', ["form", "figures"], say);
  if (fields === undefined) return undefined;
  const forms = Object.keys(FORMS).join(", ");
  const form = textOf(fields, "form", value, `it is one of ${forms}.`, say);
  const figures = figuresOf(fields.get("figures"), value, say);
  if (form === undefined || figures === undefined) return undefined;
  if (!isForm(form.text)) {
    say(
      trouble("mark-form-unknown", form, `The form is ${named(form)}; it is one of ${forms}.`, "Write one of these."),
    );
    return undefined;
  }
  const { least, most } = FORMS[form.text];
  const minus = figures.flatMap((f, i) => (f.minus ? [i] : []));
  if (figures.length < least || figures.length > (most ?? figures.length))
    say(
      trouble(
        "mark-figures-count",
        form,
        `A relation of the form ${form.text} has ${most === least ? least : `at least ${least}`} figures, its result the last; ${figures.length} stand here.`,
        "Name the figures in reading order and the result last.",
      ),
    );
  else if (minus.length > 0 && (form.text !== "sum" || minus.includes(figures.length - 1)))
    say(
      trouble(
        "mark-minus-misplaced",
        form,
        '"minus" stands at a figure here that nothing is taken away from: only the operands of a sum may have it.',
        'Take it out, or write "form: sum".',
      ),
    );
  else return { form: form.text, figures: figures.map((f) => f.sought), minus };
  return undefined;
}

interface NamedFigure {
  readonly sought: Sought;
  readonly minus: boolean;
}

/** All of the figures, or undefined where one of them cannot be understood: a relation over the rest would be another. */
function figuresOf(value: Value | undefined, owner: Value, say: Say): readonly NamedFigure[] | undefined {
  const items = itemsOf(value, owner, "the figures of the relation", say);
  if (items === undefined) return undefined;
  const figures = items.map((item) => namedFigure(item, say));
  return figures.every((f) => f !== undefined) ? figures : undefined;
}

const WORDS = ["label", "column", "table", "sentence", "period"] as const;

const soughtOf = (value: Value, say: Say): Sought | undefined => namedFigure(value, say)?.sought;

function namedFigure(value: Value, say: Say): NamedFigure | undefined {
  const fields = fieldsOf(value, "a figure", ["print", ...WORDS, "nth", "minus"], say);
  if (fields === undefined) return undefined;
  const print = textOf(fields, "print", value, "a figure is named by what is printed, with its signs.", say);
  const words: Partial<Record<(typeof WORDS)[number], string>> = {};
  for (const key of WORDS) {
    const text = maybeText(fields, key, "a figure", say);
    if (text !== undefined) words[key] = text;
  }
  const minus = fields.get("minus");
  const isMinus = minus?.kind === "text" && minus.text === "true";
  if (minus !== undefined && !isMinus)
    say(
      trouble(
        "mark-minus-misplaced",
        minus,
        `"minus" holds ${named(minus)}; it holds true, or is left out.`,
        "Write true, or take the line out.",
      ),
    );
  const nth = nthOf(fields.get("nth"), say);
  if (print === undefined || nth === null) return undefined;
  return { sought: { print: print.text, ...words, ...(nth === undefined ? {} : { nth }) }, minus: isMinus };
}

/** "2 of 3"; null where it is something else. */
function nthOf(value: Value | undefined, say: Say): Sought["nth"] | null {
  if (value === undefined) return undefined;
  const parts = value.kind === "text" ? /^(\d{1,6}) of (\d{1,6})$/.exec(value.text.trim()) : null;
  const at = Number.parseInt(parts?.[1] ?? "0", 10);
  const of = Number.parseInt(parts?.[2] ?? "0", 10);
  if (at >= 1 && at <= of) return { at, of };
  say(
    trouble(
      "mark-nth-unknown",
      value,
      `"nth" holds ${named(value)}; which of how many, "2 of 3", was expected.`,
      "Count the figures that all the other fields fit, in reading order, and write which of them is meant.",
    ),
  );
  return null;
}
