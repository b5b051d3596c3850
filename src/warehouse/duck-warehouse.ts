import { realpath } from "node:fs/promises";
import { openEngine } from "./engine.ts";
import { type Held, type House, holding, remember, type WarehouseSettings, withGroups } from "./house.ts";
import { isLargeLedger } from "./journal-file.ts";
import { loadJournals } from "./load.ts";
import { readIntercompany, readJournalLines, readMovements } from "./read.ts";
import { makeScratch, removeScratch, type Scratch } from "./scratch.ts";
import type { Warehouse } from "./warehouse.ts";

/**
 * The journals of a workspace, through DuckDB in this process. The native module is loaded here, and nowhere before. Rejects where the workspace is no folder,
 * or where this machine has no binary of the engine.
 */
export async function openDuckWarehouse(settings: WarehouseSettings): Promise<Warehouse> {
  const root = await realpath(settings.folder);
  let made: Promise<Scratch | undefined> | undefined;
  const scratch = (): Promise<Scratch | undefined> => {
    made ??= makeScratch(root);
    return made;
  };
  const isLarge = settings.ingest ?? (await isLargeLedger(root));
  const spill = isLarge ? (await scratch())?.own : undefined;
  const { memory, threads } = settings;
  const engine = await openEngine({
    readable: [root],
    spill,
    ...(memory === undefined ? {} : { memory }),
    ...(threads === undefined ? {} : { threads }),
  });
  const house: House = { settings, root, engine, scratch, held: undefined };
  return warehouseOf(house, async () => {
    await engine.close();
    const folder = await made;
    if (folder !== undefined) await removeScratch(folder);
  });
}

function warehouseOf(house: House, end: () => Promise<void>): Warehouse {
  // The engine has one connection, and what it holds is replaced where a file has changed: one after the other.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (held: Held) => Promise<T>, withLines = true): Promise<T> => {
    const next = last.then(async () => work(await holding(house, withLines)));
    last = next.catch(() => undefined);
    return next;
  };
  const { engine, settings } = house;
  /** What was found out is written down behind the answer, which does not wait for it. */
  const thenRemember = (held: Held): void => {
    last = last.then(() => remember(held)).catch(() => undefined);
  };
  let ended: Promise<void> | undefined;
  return {
    load: () =>
      inTurn(async (held) => {
        await withGroups(house, held);
        const loaded = await loadJournals(house, held);
        await remember(held);
        return loaded;
      }),
    movements: () =>
      inTurn(async (held) => {
        const isNew = !held.hasGroups;
        await withGroups(house, held);
        const movements = await readMovements(engine);
        if (isNew) thenRemember(held);
        return movements;
      }, false),
    intercompany: () => inTurn(() => readIntercompany(engine, settings.books)),
    lines: (choice, most) => inTurn(({ sources }) => readJournalLines(engine, sources, choice, most)),
    close: () => {
      ended ??= last.then(end);
      return ended;
    },
  };
}
