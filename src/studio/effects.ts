import type { DeskAsk, DeskReply } from "./desk-ask.ts";

/** All that the studio does to the world outside. Tests hand in their own. */
export interface StudioEffects {
  readonly files: DeskFiles;
  /** Checks documents where it keeps nobody waiting; rejects where a mistake of ours showed. */
  readonly ask: <A extends DeskAsk>(ask: A) => Promise<DeskReply<A>>;
  readonly clock: () => { readonly at: string; readonly day: string };
  /** Of this Tickmark; it stands on the cover of a binder. */
  readonly version: string;
  /** 64 hexadecimal digits that nobody can guess. */
  readonly random: () => string;
  /** What the page is made of, by the path it is asked for ("/studio.js"). */
  readonly asset: (path: string) => Promise<Asset | undefined>;
  /** What an empty desk offers: a release, or a draft of it with a mistake to find. */
  readonly example: (which: "release" | "draft") => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Told of every mistake of ours, for whoever started the studio. */
  readonly mistake: (trace: string) => void;
}

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array | string;
}

export interface DeskFiles {
  /** Undefined where there is no file of the name; rejects where it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Another text for every other state of the file; the empty one where there is none. Costs no reading. */
  readonly stamp: (path: string) => Promise<string>;
  /**
   * Writes a file in one step: whoever reads it sees the old one or the new one. False, and nothing is written, where it no longer holds `was`. A file
   * that is not there yet can then be read by whoever can read the file `like`, and by nobody else.
   */
  readonly replace: (path: string, text: string, was: string, like: string) => Promise<boolean>;
  /** Adds to the end of a file that holds `was`, and returns once it is safe on the disk; false and `like` as above. */
  readonly append: (path: string, text: string, was: string, like: string) => Promise<boolean>;
  /** The path of a file beside another. */
  readonly beside: (path: string, name: string) => string;
}
