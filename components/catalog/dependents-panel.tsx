import { OwnerName } from "#components/catalog/owner-name.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/dependents-panel.ts";
import { numberText } from "#components/words/format.ts";
import type { Dependents } from "#lib/catalog/dependents/list-dependents.ts";

type Props = { org: string; dependents: Dependents; graphHref: string };

const shownOwners = 6;

/** Who would notice if this were gone: how many, and whose they are. */
export function DependentsPanel({ org, dependents, graphHref }: Props) {
  const { direct, total, isExact, owners } = dependents;
  if (total === 0) return null;
  const others = owners.slice(shownOwners);
  return (
    <Panel title={words.whoDependsOnThis} more={<TextLink href={graphHref}>{words.graph}</TextLink>}>
      <p className="px-4 py-2.5 text-12 text-text-2">{words.howMany(direct, total, isExact)}</p>
      <ul aria-label={words.byOwner} className="border-t border-line">
        {owners.slice(0, shownOwners).map(({ owner, total }) => (
          <li
            key={owner === null ? "none" : `${owner.blueprint}:${owner.identifier}`}
            className="flex min-h-[34px] items-center gap-2 border-b border-line px-4 last:border-b-0"
          >
            <span className="min-w-0 flex-1">
              <OwnerName org={org} owner={owner} />
            </span>
            <span className="text-12 text-text-2 tabular-nums">{numberText(total)}</span>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <p className="border-t border-line px-4 py-2 text-12 text-text-3">
          {words.ofMoreOwners(
            others.reduce((sum, other) => sum + other.total, 0),
            others.length,
          )}
        </p>
      )}
    </Panel>
  );
}
