import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "./refusal.ts";

/** Refuses when the web server could not listen there, for `patienceMs` long. */
export async function requireFreePort(host: string, port: number, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  let problem = await listenProblem(host, port);
  while (problem === "EADDRINUSE" && performance.now() < until) {
    await sleep(200);
    problem = await listenProblem(host, port);
  }
  if (problem === null) return;
  if (problem === "EACCES")
    throw new Refusal(`This user may not listen on port ${port}; set CAUSEWAY_PORT to a number above 1023.`);
  if (problem === "EADDRNOTAVAIL" || problem === "ENOTFOUND") {
    throw new Refusal(
      `CAUSEWAY_HOST=${host} is not an address of this machine; use 127.0.0.1, or 0.0.0.0 for all of its addresses.`,
    );
  }
  let free = port + 1;
  while (free < port + 50 && free < 65_535 && (await listenProblem(host, free)) !== null) free++;
  throw new Refusal(
    `Port ${port} on ${host} is taken by another program; stop that program, or start Causeway on another port: CAUSEWAY_PORT=${free} npm start`,
  );
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().unref();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

export async function isFree(port: number): Promise<boolean> {
  return (await listenProblem("127.0.0.1", port)) === null;
}

async function listenProblem(host: string, port: number): Promise<string | null> {
  const problem = await new Promise<string | null>((resolve) => {
    const server = createServer();
    server.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
  if (problem !== null) return problem;
  // Some systems let a program listen on one address of a port whose other addresses are taken; a connection tells.
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return (await answers(reachable, port)) ? "EADDRINUSE" : null;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on("connect", () => end(true))
      .on("error", () => end(false))
      .on("timeout", () => end(false));
  });
}
