import type { Command } from "commander";
import { portOf } from "./port.ts";
import type { StudioCommand } from "./studio.ts";

/** Puts `studio` and its options into the program; `act` carries it out. */
export function addStudio(program: Command, act: (command: StudioCommand) => Promise<void>): void {
  const command = program.command("studio");
  command
    .description(
      "open a review desk in a browser of this machine: every figure with its proof, marks, sign-offs, the binder",
    )
    .argument("[file...]", "documents or folders of documents; more can be dropped into the browser")
    .option("--port <number>", "the port of 127.0.0.1 to listen on; 0 takes any that is free", portOf(command), 0)
    .option(
      "--binder <file>",
      "write the tie-out binder of one document, with the marks and sign-offs beside it, and open no desk",
    )
    .action(async (paths: string[], options: Omit<StudioCommand, "paths">) =>
      act({ paths, port: options.port, binder: options.binder }),
    );
}
