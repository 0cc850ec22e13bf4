/** How long `work` takes, in milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The middle of several values. */
export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The value that this share of several values does not exceed. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/**
 * The median times of several pieces of work, in milliseconds. They take turns, so that whatever else the machine does at a moment
 * slows all of them; the first turns warm up and do not count.
 */
export async function takeTurns<Name extends string>(
  works: Record<Name, () => Promise<unknown>>,
  turns: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  const warmUpTurns = Math.min(3, Math.ceil(turns / 3)) + Math.floor(turns / 15);
  for (let turn = -warmUpTurns; turn < turns; turn += 1) {
    for (const name of names) {
      const took = await timeOf(works[name]);
      if (turn >= 0) times.get(name)?.push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

/** Looks at the memory of this process from now on. @returns ends it, with the most that was held, in megabytes */
export function watchMemory(): () => number {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 20);
  return () => {
    look();
    clearInterval(timer);
    return most / 1_048_576;
  };
}
