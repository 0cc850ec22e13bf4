/** A scorecard and the identifiers of those that it asks about. */
export type Asking = { identifier: string; asks: readonly string[] };

/** Scorecards in an order in which each comes behind those that it asks about. One that is not there is passed over. */
export function orderScorecards<Scorecard extends Asking>(scorecards: readonly Scorecard[]): Scorecard[] {
  const all = new Map(scorecards.map((scorecard) => [scorecard.identifier, scorecard]));
  const ordered = new Set<Scorecard>();
  const began = new Set<Scorecard>();
  const visit = (scorecard: Scorecard) => {
    if (began.has(scorecard)) return;
    began.add(scorecard);
    for (const asked of scorecard.asks) {
      const other = all.get(asked);
      if (other !== undefined) visit(other);
    }
    ordered.add(scorecard);
  };
  for (const scorecard of scorecards) visit(scorecard);
  return [...ordered];
}

/** The scorecards that ask about this one, directly or through others. */
export function findAskers(scorecards: readonly Asking[], identifier: string): Set<string> {
  const found = new Set<string>();
  let layer = [identifier];
  while (layer.length > 0) {
    const next = scorecards.filter(
      ({ identifier: own, asks }) => !found.has(own) && asks.some((asked) => layer.includes(asked)),
    );
    layer = next.map(({ identifier: own }) => own);
    for (const own of layer) found.add(own);
  }
  return found;
}

/** The way on which a scorecard leads back to itself, from it to it; null when there is none. */
export function findCircle(scorecards: readonly Asking[], identifier: string): string[] | null {
  const all = new Map(scorecards.map((scorecard) => [scorecard.identifier, scorecard]));
  const cameFrom = new Map<string, string>();
  const pending = [identifier];
  for (let at = pending.shift(); at !== undefined; at = pending.shift()) {
    for (const asked of all.get(at)?.asks ?? []) {
      if (asked === identifier) return [...wayTo(at, identifier, cameFrom), identifier];
      if (cameFrom.has(asked)) continue;
      cameFrom.set(asked, at);
      pending.push(asked);
    }
  }
  return null;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (let at = end; at !== start; ) {
    at = cameFrom.get(at) ?? start;
    way.unshift(at);
  }
  return way;
}
