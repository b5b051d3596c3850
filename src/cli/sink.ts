import type { Writable } from "node:stream";

/** A stream of text out of the command. */
export interface Sink {
  /** Waits until the stream has room again; false where its reader has gone away, and nothing more need be written. */
  readonly write: (text: string) => Promise<boolean>;
  readonly isTerminal: boolean;
  readonly hasColour: boolean;
  /** How many columns the terminal has; undefined where it is none. */
  readonly columns: number | undefined;
}

/** A stream as a sink. A reader that closes the pipe early ("tickmark check ... | head") is no error; a full disk is one. */
export function sinkOf(stream: Writable & { isTTY?: boolean; columns?: number }): Sink {
  let gone = false;
  // Each write reports its own error below; without a listener the event would end the process.
  stream.on("error", () => {});
  const write = (text: string): Promise<boolean> =>
    new Promise((resolve, reject) => {
      stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
        if (error?.code === "EPIPE") gone = true;
        if (error && !gone) reject(error);
        else resolve(!gone);
      });
    });
  const isTerminal = stream.isTTY === true;
  const { NO_COLOR, TERM } = process.env;
  return {
    write: (text) => (gone ? Promise.resolve(false) : write(text)),
    isTerminal,
    hasColour: isTerminal && (NO_COLOR ?? "") === "" && TERM !== "dumb",
    get columns() {
      // Some terminals say that they have no columns; they mean that they do not know.
      return isTerminal ? stream.columns || undefined : undefined;
    },
  };
}
