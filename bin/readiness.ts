import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "./refusal.ts";
import type { SupervisedProcess } from "./supervised-process.ts";

const crashesToGiveUp = 3;

/** Waits until the web server says that it and what it needs are ready; gives up when a process keeps crashing. */
export async function waitUntilReady(
  host: string,
  port: number,
  processes: SupervisedProcess[],
  timeoutMs: number,
): Promise<void> {
  const reachable =
    host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  const until = performance.now() + timeoutMs;
  let last = "it does not answer";
  while (performance.now() < until) {
    const crashing = processes.find((candidate) => candidate.crashes() >= crashesToGiveUp);
    if (crashing !== undefined) {
      throw new Refusal(
        `${crashing.log.tail()}\n\n${crashing.name} does not start; its last words are above, all of them in ${crashing.log.path}.`,
      );
    }
    try {
      const response = await fetch(`http://${reachable}:${port}/api/health/ready`, {
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === 200) return;
      last = `it answers ${response.status}: ${(await response.text()).slice(0, 200)}`;
    } catch {
      // Not listening yet.
    }
    await sleep(150);
  }
  throw new Refusal(
    `Causeway was not ready after ${timeoutMs / 1000} s (${last}); ${processes.map((one) => one.log.path).join(" and ")} may say why.`,
  );
}
