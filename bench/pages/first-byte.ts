import { Agent, get } from "node:http";
import { median } from "../measure.ts";

const turns = 15;
const warmUpTurns = 4;

export type Caller = { origin: string; org: string; cookie: string };

/**
 * The median times until the first byte of a page, and until its operations have answered when they are asked alone, all at once. They
 * take turns, so that whatever else the machine does slows both.
 */
export async function measureFirstByte(
  caller: Caller,
  path: string,
  asks: string[],
): Promise<{ pageMs: number; operationsMs: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: asks.length + 1 });
  const page: number[] = [];
  const operations: number[] = [];
  for (let turn = -warmUpTurns; turn < turns; turn += 1) {
    const pageMs = await ask(caller, agent, `/${caller.org}${path}`, "first byte");
    const startedAt = performance.now();
    await Promise.all(asks.map((door) => ask(caller, agent, doorOf(caller.org, door), "end")));
    if (turn < 0) continue;
    page.push(pageMs);
    operations.push(performance.now() - startedAt);
  }
  agent.destroy();
  return { pageMs: median(page), operationsMs: median(operations) };
}

/** How long each of several turns takes until all of the answer is there. */
export async function timesOf(caller: Caller, path: string, count: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let turn = -warmUpTurns; turn < count; turn += 1) {
    const tookMs = await ask(caller, agent, path, "end");
    if (turn >= 0) times.push(tookMs);
  }
  agent.destroy();
  return times;
}

function doorOf(org: string, door: string): string {
  return `/api/v1${door}${door.includes("?") ? "&" : "?"}org=${org}`;
}

/** Milliseconds until the answer begins or ends. */
function ask(caller: Caller, agent: Agent, path: string, until: "first byte" | "end"): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const request = get(`${caller.origin}${path}`, { agent, headers: { cookie: caller.cookie } }, (answer) => {
      let firstByteMs = 0;
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`));
      answer.once("data", () => {
        firstByteMs = performance.now() - startedAt;
      });
      answer.resume();
      answer.on("end", () => resolve(until === "first byte" ? firstByteMs : performance.now() - startedAt));
    });
    request.on("error", reject);
  });
}
