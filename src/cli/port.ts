import type { Command } from "commander";
import { shown } from "../text/place.ts";

/** Reads the port that an option of the command takes. */
export const portOf =
  (command: Command) =>
  (text: string): number => {
    if (/^\d{1,5}$/.test(text) && +text < 65536) return +text;
    return command.error(`error: --port takes a number from 0 to 65535, and not "${shown(text)}"`);
  };
