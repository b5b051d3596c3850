// Where the time goes, by the room that a sampled function stands in or was called from.
import { Session } from "node:inspector/promises";

const ROOM = /\/dist\/tieout\/(\w+)\//;
const ROOMS = {
  read: "reading",
  lex: "tokens",
  figures: "figures and meaning",
  meaning: "figures and meaning",
  relations: "relations and proof",
  prove: "relations and proof",
  report: "report",
};

/** The shares of the time that `carryOut` takes, largest first: [stage, share]. */
export async function stagesOf(carryOut) {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 500 });
  await session.post("Profiler.start");
  carryOut();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return shares(profile.nodes);
}

/** Each sample counts for the innermost stage on its stack, so that arithmetic counts for who asked for it. */
function shares(nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const samples = new Map();
  const waiting = [[nodes[0], "the rest"]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, outer] = next;
    const { url, functionName } = node.callFrame;
    const collecting = functionName === "(garbage collector)" ? "collecting garbage" : undefined;
    const stage = collecting ?? ROOMS[ROOM.exec(url)?.[1]] ?? outer;
    samples.set(stage, (samples.get(stage) ?? 0) + node.hitCount);
    for (const id of node.children ?? []) waiting.push([byId.get(id), stage]);
  }
  const all = [...samples.values()].reduce((a, b) => a + b, 0);
  return [...samples].map(([stage, count]) => [stage, count / all]).sort((a, b) => b[1] - a[1]);
}
