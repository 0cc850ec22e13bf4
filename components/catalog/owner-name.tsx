import { entityHref } from "#components/catalog/entity-href.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { TriangleAlert } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TeamBadge } from "#components/ui/team-badge.tsx";
import * as words from "#components/words/catalog/owner-name.ts";
import type { EntityReference } from "#lib/catalog/entities/entity-views.ts";

const unowned = ["group", "user", "location", "environment", "deployment", "incident", "pull-request"];

/** Whether entities of a kind are owned. People, teams and what merely happens are not: that nobody owns them is no warning. */
export function isOwned(blueprint: string): boolean {
  return !unowned.includes(blueprint);
}

/** Who owns something; nobody, and a team that the catalog does not have, are said out loud. */
export function OwnerName({ org, owner }: { org: string; owner: EntityReference | null }) {
  if (owner === null) {
    return (
      <Pill tone="warn" icon={<TriangleAlert aria-hidden />}>
        {words.noOne}
      </Pill>
    );
  }
  if (owner.isDangling) {
    return (
      <Pill tone="warn" icon={<TriangleAlert aria-hidden />} title={words.notInTheCatalog(owner.title)}>
        <span className="cut max-w-[18ch]">{words.unknown(owner.title)}</span>
      </Pill>
    );
  }
  return (
    <Link href={entityHref(org, owner)} className="hover:underline">
      {owner.blueprint === "user" ? <Avatar name={owner.title} withName /> : <TeamBadge name={owner.title} withName />}
    </Link>
  );
}
