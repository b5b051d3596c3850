import { SCHEMAS } from "../books/schema.ts";
import { RELEASE_SCHEMAS } from "../release/table-schema.ts";
import { shown } from "../text/place.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { NEW_JOURNALS } from "./new-journals.ts";
import { NEW_SETTINGS } from "./new-settings.ts";
import { NEW_TABLES } from "./new-tables.ts";
import { complaint } from "./terminal.ts";

/** The files of a new workspace, by their paths in it. */
export const NEW_FILES: Readonly<Record<string, string>> = {
  ...NEW_SETTINGS,
  ...NEW_TABLES,
  ...NEW_JOURNALS,
  // Sorted copies of large journals are made again where they are missing, and do not belong into version control.
  ".gitignore": ".tickmark/warehouse/\n",
  ...Object.fromEntries([...SCHEMAS, ...RELEASE_SCHEMAS].map(({ name, text }) => [`.tickmark/schemas/${name}`, text])),
};

/** Writes a small workspace to start from into a folder that is empty or not there yet, and says what to do next. Returns the exit status. */
export async function newWorkspace(folder: string, { files, write, out, err }: Effects): Promise<number> {
  if (folder.trim() === "") {
    await err.write(complaint("the name of the folder is empty; name one that is empty or not there yet"));
    return EXIT.notUnderstood;
  }
  const below = (await files.isFolder(folder)) ? await files.below(folder) : [];
  // A folder that version control has just been begun in is as good as empty.
  const found = below.filter((path) => !path.split(/[/\\]/).includes(".git"));
  if (found.length > 0) {
    const count = found.length === 1 ? "1 file" : `${found.length} files`;
    const first = shown([...found].sort()[0]!);
    await err.write(
      complaint(
        `${shown(folder)} is not empty (${count}, ${first} the first); name a folder that is empty or not there yet`,
      ),
    );
    return EXIT.notUnderstood;
  }
  const encoder = new TextEncoder();
  for (const [path, text] of Object.entries(NEW_FILES)) await write(`${folder}/${path}`, encoder.encode(text));
  await out.write(nextSteps(folder));
  return EXIT.clean;
}

function nextSteps(folder: string): string {
  // A path with blanks or signs of the shell stands in quotation marks, so that the lines can be copied.
  const name = /^[\w./~-]+$/.test(folder) ? folder : `'${shown(folder).replaceAll("'", "'\\''")}'`;
  const steps = [
    ["tickmark close --workspace", "checks the books, consolidates them, proves the roll-forwards"],
    ["tickmark facts --workspace", "prints the figures: revenue, margins, net income, earnings per share"],
    ["tickmark trace revenue --workspace", "shows how a figure was made, down to journal lines"],
  ].map(([command, does]) => `  ${command} ${name}\n      ${does}\n`);
  return `${shown(folder)} holds the books of a small group now: two entities, two currencies, three months.

${steps.join("")}
Then put your own books in their place: company.yaml first, then books/entities.csv and books/accounts.csv, then the journals.
Editors that know YAML complete and check company.yaml and measures.yaml by .tickmark/schemas/.
`;
}
