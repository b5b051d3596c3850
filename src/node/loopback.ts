import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Lets a server listen on this machine alone; port 0 takes any that is free. Gives the port; rejects where it is taken. */
export async function onLoopback(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return portOf(server);
}

/** The port of a server that listens. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Resolves when the server has let go of its port and of everyone who was connected. */
export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
