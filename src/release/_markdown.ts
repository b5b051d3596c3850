import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { directive } from "micromark-extension-directive";
import { blocksOf } from "./_size.ts";

/** Offsets in UTF-16 code units of the source. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A node of the Markdown tree, as much of it as is looked at. */
export interface MarkdownNode extends Span {
  readonly type: string;
  readonly depth: number | undefined;
  readonly ordered: boolean;
  /** Of a directive. */
  readonly name: string | undefined;
  readonly hasAttributes: boolean;
  readonly url: string | undefined;
  readonly value: string;
  /** Of a binding: what stands between the braces, line for line. */
  readonly chunks: readonly Span[];
  readonly children: readonly MarkdownNode[];
}

/** As mdast gives it. */
interface RawNode {
  readonly type: string;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, unknown>> | null;
  readonly url?: string;
  readonly value?: string;
  readonly chunks?: readonly Span[];
  readonly children?: readonly RawNode[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

/** What micromark hands to a construct, as much of it as is used: a code is a UTF-16 code unit, below -2 the end of a line, null the end of all. */
type Code = number | null;
type State = (code: Code) => State | undefined;
interface Effects {
  readonly enter: (type: string) => unknown;
  readonly exit: (type: string) => unknown;
  readonly consume: (code: Code) => void;
}
interface Construct {
  readonly name: string;
  readonly tokenize: (effects: Effects, ok: State, nok: State) => State;
}
type Extension = ReturnType<typeof directive>;
type FromMarkdownExtension = ReturnType<typeof directiveFromMarkdown>;
/** A token of ours, whose name micromark does not know. */
interface BindingToken {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}
interface Builder {
  readonly stack: readonly unknown[];
  readonly enter: (node: object, token: BindingToken) => void;
  readonly exit: (token: BindingToken) => void;
}

const LEFT = 123;
const RIGHT = 125;
const QUOTE = 34;

/**
 * `{` up to `}`, neither of them between quotation marks. A second `{` before that gives up, so that a text full of braces costs no more than one reading of it; what
 * is left open is then text with a brace in it, which is told with its place, where the expressions of MDX would end the reading of the whole text.
 */
const binding: Construct = {
  name: "binding",
  tokenize(effects: Effects, ok: State, nok: State): State {
    let isQuoted = false;
    const start: State = (code) => {
      effects.enter("binding");
      effects.enter("bindingMarker");
      effects.consume(code);
      effects.exit("bindingMarker");
      return between;
    };
    const between = (code: Code): State | undefined => {
      if (code === null) return nok(code);
      if (code < -2) {
        effects.enter("lineEnding");
        effects.consume(code);
        effects.exit("lineEnding");
        return between;
      }
      if (code === RIGHT && !isQuoted) {
        effects.enter("bindingMarker");
        effects.consume(code);
        effects.exit("bindingMarker");
        effects.exit("binding");
        return ok;
      }
      if (code === LEFT && !isQuoted) return nok(code);
      effects.enter("bindingChunk");
      return inside(code);
    };
    const inside = (code: Code): State | undefined => {
      if (code === null || code < -2 || ((code === RIGHT || code === LEFT) && !isQuoted)) {
        effects.exit("bindingChunk");
        return between(code);
      }
      if (code === QUOTE) isQuoted = !isQuoted;
      effects.consume(code);
      return inside;
    };
    return start;
  },
};

/** Directives on lines of their own; within text, "10:30am" would be one. */
const { text: _inText, ...lines } = directive();

const EXTENSIONS: readonly Extension[] = [
  { text: { [LEFT]: binding } } as unknown as Extension,
  lines,
  // What looks like a tag is text, and so is an indented line and an entity.
  { disable: { null: ["htmlFlow", "htmlText", "codeIndented", "characterReference"] } },
];

/** The node of a binding is none of Markdown's own; it is read below, and by nothing else. */
const bindingFromMarkdown = {
  enter: {
    binding(this: Builder, token: BindingToken) {
      this.enter({ type: "binding", chunks: [] }, token);
    },
  },
  exit: {
    bindingChunk(this: Builder, { start, end }: BindingToken) {
      const node = this.stack.at(-1) as { readonly chunks: Span[] };
      node.chunks.push({ start: start.offset, end: end.offset });
    },
    binding(this: Builder, token: BindingToken) {
      this.exit(token);
    },
  },
} as unknown as FromMarkdownExtension;

/** The nodes of a Markdown text. It takes the shape for granted that `sizeTrouble` asks for: with it, time goes with the length of the text. */
export const markdownNodes = (source: string): readonly MarkdownNode[] =>
  blocksOf(source).flatMap(({ start, end }) => nodesOf(source.slice(start, end), start));

function nodesOf(block: string, offset: number): readonly MarkdownNode[] {
  const root = fromMarkdown(block, {
    extensions: [...EXTENSIONS],
    mdastExtensions: [directiveFromMarkdown(), bindingFromMarkdown],
  });
  return nodeOf(root as RawNode, offset).children;
}

function nodeOf(raw: RawNode, offset: number): MarkdownNode {
  return {
    type: raw.type,
    depth: raw.depth,
    ordered: raw.ordered === true,
    name: raw.name,
    hasAttributes: Object.keys(raw.attributes ?? {}).length > 0,
    url: raw.url,
    value: raw.value ?? "",
    chunks: (raw.chunks ?? []).map(({ start, end }) => ({ start: start + offset, end: end + offset })),
    children: (raw.children ?? []).map((child) => nodeOf(child, offset)),
    start: offset + (raw.position?.start.offset ?? 0),
    end: offset + (raw.position?.end.offset ?? 0),
  };
}
