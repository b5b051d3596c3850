import { type Chain, chainOf } from "./chain.ts";
import { type Desk, type Held, hashOf } from "./desk.ts";
import type { CheckedView, DeskWork } from "./desk-ask.ts";
import type { DocumentView } from "./desk-view.ts";
import type { StudioEffects } from "./effects.ts";

/** A document with all that is kept beside it, as it is at this moment. */
export interface Gathered {
  readonly held: Held;
  readonly work: DeskWork;
  readonly chain: Chain;
  /** The text of the file that the chain stands in. */
  readonly signOffs: string;
  /** What must come before the next line of the chain: a line break, where an editor has taken the last one. */
  readonly lead: "" | "\n";
  readonly sha256: string;
  readonly stamp: string;
  /** The earlier draft that it is laid beside: what was chosen, or the state before. */
  readonly chosen: string | null;
}

export async function gathered(held: Held, desk: Desk, effects: StudioEffects): Promise<Gathered> {
  // The stamp comes first: what changes while the rest is read makes the page old, and not the other way round.
  const stamp = await stampOf(held, effects);
  const bytes = await held.read();
  const shown = desk.show(held, bytes, effects.clock().at);
  const marks = { name: held.marks.name, text: await held.marks.read() };
  const signOffs = await held.signOffs.read();
  const chain = chainOf(signOffs);
  const chosen = held.chosen === undefined ? (held.versions[0]?.id ?? null) : held.chosen;
  const earlier = chosen === null ? undefined : await desk.earlier(chosen);
  const draft = earlier === undefined ? [] : [earlier.name, hashOf(earlier.bytes)];
  const key = hashOf(JSON.stringify([held.entry.name, shown.sha256, marks.text, ...draft]));
  const revision = hashOf(JSON.stringify([key, signOffs]));
  const work: DeskWork = { key, revision, name: held.entry.name, bytes, marks, signOffs: chain.signOffs, earlier };
  const lead = signOffs === "" || signOffs.endsWith("\n") ? "" : "\n";
  return { held, work, chain, signOffs, lead, sha256: shown.sha256, stamp, chosen };
}

export async function stampOf({ entry, read, marks, signOffs }: Held, { files }: StudioEffects): Promise<string> {
  const own = entry.path === null ? hashOf(await read()) : await files.stamp(entry.path);
  return hashOf(JSON.stringify([own, await marks.stamp(), await signOffs.stamp()]));
}

export function viewOf(gathered: Gathered, checked: CheckedView, desk: Desk): DocumentView {
  const { held, work, chain, stamp, chosen } = gathered;
  const { evidence, html, earlierHtml, marks, markTroubles, signOffs } = checked;
  return {
    schema: "tickmark-desk/1",
    entry: held.entry,
    revision: work.revision,
    stamp,
    evidence,
    html,
    marks,
    markTroubles,
    signOffs,
    chain: { lines: chain.signOffs.length, last: chain.last, break: chain.break ?? null },
    earlier: { choices: choicesOf(held, desk), chosen, html: earlierHtml ?? null },
  };
}

function choicesOf(held: Held, desk: Desk): DocumentView["earlier"]["choices"] {
  const own = held.versions.map(({ id, at }) => ({ id, words: `this document as it was at ${at.slice(11, 16)} UTC` }));
  const others = desk.all().filter((other) => other !== held);
  return [...own, ...others.map(({ entry }) => ({ id: entry.id, words: entry.path ?? entry.name }))];
}
