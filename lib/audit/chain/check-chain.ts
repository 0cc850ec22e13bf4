import { chainStart, hashEntry, type SealedEntry } from "#lib/audit/chain/hash-entry.ts";

/** One link: the seal, and the entry that it is for, or null when there is none. */
export type ChainLink = { seq: number; entryId: string; hash: string; sealedAt: string; entry: SealedEntry | null };

/** What was written down elsewhere about a chain: at that time it was sealed to `seq` with `hash`. */
export type KnownHead = { at: string; seq: number; hash: string };

export type ChainProblemKind =
  | "modified"
  | "missing"
  | "inserted"
  | "swapped"
  | "renumbered"
  | "truncated"
  | "rewritten";

/** One thing that is wrong with a chain, and where. */
export type ChainProblem = { kind: ChainProblemKind; seq: number; entryId: string | null; text: string };

export type ChainReport = { count: number; lastSeq: number; lastHash: string | null; problems: ChainProblem[] };

type Broken = { link: ChainLink; entry: SealedEntry; previousHash: string };

/** How far entries may have been moved to be recognised as renumbered. */
const shifts = [1, -1, 2, -2, 3, -3];
/** Beyond this many, single causes are no longer told apart. */
const mostBroken = 500;

/**
 * Walks a chain in order and says what is wrong with it. A wrong link is judged against the stored seal before it, so that one change
 * is one problem and not as many as there are entries after it.
 */
export async function checkChain(
  orgId: string,
  links: AsyncIterable<ChainLink>,
  heads: KnownHead[] = [],
): Promise<ChainReport> {
  const problems: ChainProblem[] = [];
  const broken: Broken[] = [];
  const wanted = new Map(heads.map((head) => [head.seq, head]));
  const matches = (link: ChainLink, previousHash: string, seq: number, entry = link.entry) =>
    entry !== null && hashEntry({ orgId, previousHash, seq }, entry) === link.hash;
  let before: ChainLink | undefined;
  let previousHash = chainStart;
  let earlierHash = chainStart;
  let shift = 0;
  let count = 0;
  let isRewritten = false;

  const add = (kind: ChainProblemKind, link: ChainLink, text: string) =>
    problems.push({ kind, seq: link.seq, entryId: link.entryId, text });

  for await (const link of links) {
    count += 1;
    const expected = (before?.seq ?? 0) + 1;
    const gap = link.seq - expected;
    const isFine = gap === 0 && matches(link, previousHash, link.seq);
    if (isFine) {
      // The usual case.
    } else if (link.entry === null) {
      reportGap(gap, expected, link);
      add(
        "missing",
        link,
        `entry ${link.seq} (${link.entryId}) is missing; its seal of ${link.sealedAt} is still there`,
      );
    } else if (shift !== 0 && matches(link, previousHash, link.seq + shift)) {
      // Belongs to the run of renumbered entries that is reported already.
    } else if (before !== undefined && isSwappedWithBefore(link, before)) {
      removeBroken(before);
      add(
        "swapped",
        before,
        `entries ${before.seq} and ${link.seq} are swapped: ${nameOf(before)} and ${nameOf(link)}`,
      );
      // What follows was chained to the seal that now stands one place earlier.
      earlierHash = link.hash;
      previousHash = before.hash;
      before = link;
      continue;
    } else if (before !== undefined && matches(link, earlierHash, link.seq - 1)) {
      removeBroken(before);
      shift = -1;
      add(
        "inserted",
        before,
        `entry ${before.seq} was inserted: ${nameOf(before)}; what follows was sealed one number lower`,
      );
    } else {
      const found = shifts.find((by) => matches(link, previousHash, link.seq + by));
      if (found !== undefined) {
        shift = found;
        const removed = before === undefined ? undefined : removeBroken(before);
        const first = removed?.link ?? link;
        const cause =
          removed === undefined || found < 0
            ? ""
            : `; ${found === 1 ? "an entry" : `${found} entries`} before it ${found === 1 ? "is" : "are"} missing`;
        add(
          "renumbered",
          first,
          `from entry ${first.seq} on, entries were renumbered: ${nameOf(first)} was sealed as number ${first.seq + found}${cause}`,
        );
      } else if (gap > 0) {
        // What it was chained to is gone with the missing one, so it cannot be judged itself.
        reportGap(gap, expected, link);
      } else if (broken.length < mostBroken) {
        broken.push({ link, entry: link.entry, previousHash });
      } else {
        add("modified", link, `entry ${link.seq} is not what was sealed: ${nameOf(link)}`);
      }
    }
    const head = wanted.get(link.seq);
    if (head !== undefined && head.hash !== link.hash && !isRewritten) {
      isRewritten = true;
      add(
        "rewritten",
        link,
        `the seal of entry ${link.seq} is not the one that was written down on ${head.at}: the chain up to here was made anew`,
      );
    }
    earlierHash = previousHash;
    previousHash = link.hash;
    before = link;
  }

  problems.push(...explain(orgId, broken));
  const lastSeq = before?.seq ?? 0;
  const furthest = heads.reduce<KnownHead | undefined>(
    (most, head) => (head.seq > (most?.seq ?? 0) ? head : most),
    undefined,
  );
  if (furthest !== undefined && furthest.seq > lastSeq) {
    problems.push({
      kind: "truncated",
      seq: lastSeq + 1,
      entryId: null,
      text: `the end is missing: on ${furthest.at} it was sealed to ${furthest.seq}, now it ends at ${lastSeq}`,
    });
  }
  // Renumbering moves every later seal; what was written down cannot match then, and says nothing more.
  const isExplained = (problem: ChainProblem) =>
    problem.kind === "rewritten" &&
    problems.some((other) => other !== problem && other.kind !== "truncated" && other.seq <= problem.seq);
  const told = problems.filter((problem) => !isExplained(problem)).sort((one, other) => one.seq - other.seq);
  return { count, lastSeq, lastHash: before?.hash ?? null, problems: told };

  function reportGap(gap: number, expected: number, link: ChainLink): void {
    if (gap <= 0) return;
    const which = gap === 1 ? `entry ${expected} is` : `entries ${expected} to ${link.seq - 1} are`;
    problems.push({
      kind: "missing",
      seq: expected,
      entryId: null,
      text: `${which} missing, with ${gap === 1 ? "its seal" : "their seals"}`,
    });
  }

  function isSwappedWithBefore(link: ChainLink, other: ChainLink): boolean {
    return matches(link, earlierHash, other.seq) && matches(other, link.hash, link.seq);
  }

  function removeBroken(link: ChainLink): Broken | undefined {
    return broken.at(-1)?.link === link ? broken.pop() : undefined;
  }
}

/** Tells swapped entries from modified ones, and leaves out those that are only wrong because the one before them was swapped. */
function explain(orgId: string, broken: Broken[]): ChainProblem[] {
  const problems: ChainProblem[] = [];
  const explained = new Set<Broken>();
  for (const one of broken) {
    if (explained.has(one)) continue;
    const other = broken.find(
      (candidate) => candidate !== one && !explained.has(candidate) && areSwapped(orgId, one, candidate),
    );
    if (other === undefined) continue;
    explained.add(one).add(other);
    for (const follower of broken) {
      const { link, entry } = follower;
      const isChainedTo = (hash: string) =>
        hashEntry({ orgId, previousHash: hash, seq: link.seq }, entry) === link.hash;
      if (!explained.has(follower) && (isChainedTo(one.link.hash) || isChainedTo(other.link.hash)))
        explained.add(follower);
    }
    problems.push({
      kind: "swapped",
      seq: one.link.seq,
      entryId: one.link.entryId,
      text: `entries ${one.link.seq} and ${other.link.seq} are swapped: ${nameOf(one.link)} and ${nameOf(other.link)}`,
    });
  }
  for (const { link } of broken.filter((item) => !explained.has(item))) {
    problems.push({
      kind: "modified",
      seq: link.seq,
      entryId: link.entryId,
      text: `entry ${link.seq} is not what was sealed: ${nameOf(link)}`,
    });
  }
  return problems;
}

/** Whether an entry of one place fits the other place: moved with its seal, or exchanged under the seals. */
function areSwapped(orgId: string, one: Broken, other: Broken): boolean {
  const atOne = hashEntry({ orgId, previousHash: one.previousHash, seq: one.link.seq }, other.entry);
  return atOne === other.link.hash || atOne === one.link.hash;
}

function nameOf(link: ChainLink): string {
  const { entry } = link;
  return entry === null
    ? link.entryId
    : `${entry.operation} on ${JSON.stringify(entry.subjectName.slice(0, 80))} at ${entry.at} (${entry.id})`;
}
