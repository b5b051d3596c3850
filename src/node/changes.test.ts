import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Changed, watchWorkspace } from "./changes.ts";

let folder = "";
let close = (): void => {};
const told: Changed[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tickmark-changes-"));
  mkdirSync(join(folder, "w/books/journals"), { recursive: true });
  mkdirSync(join(folder, "w/releases"));
  write("books/rates.csv");
  write("books/journals/a.csv");
  cpSync(join(folder, "w"), join(folder, "kept"), { recursive: true });
  told.length = 0;
  ({ close } = watchWorkspace(join(folder, "w"), (changed) => told.push(changed)));
});
afterEach(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

let saves = 0;
const write = (path: string): void => writeFileSync(join(folder, "w", path), `${saves++}`);
const heard = async (changed: Changed): Promise<void> => {
  await vi.waitFor(() => expect(told).toContain(changed), { timeout: 20_000 });
  // What is told of the same saving late is none of the next.
  await new Promise((resolve) => setTimeout(resolve, 300));
  told.length = 0;
};

describe("changes of a workspace", () => {
  it("are told as those of its text, of its books, or of nothing that matters", async () => {
    write("releases/release.md");
    await heard("release");
    write("books/rates.csv");
    await heard("books");
    write("books/rates.csv~");
    write("notes.txt");
    write("releases/release.md");
    await heard("release");
  });

  it.each(["books/journals", "books", ""])(
    "are told after the folder '%s' was taken away and put back",
    async (path) => {
      const [there, kept] = [join(folder, "w", path), join(folder, "kept", path)];
      rmSync(there, { recursive: true });
      cpSync(kept, there, { recursive: true });
      await heard("books");
      for (const file of ["books/journals/a.csv", "books/rates.csv"]) {
        write(file);
        await heard("books");
      }
    },
  );
});
