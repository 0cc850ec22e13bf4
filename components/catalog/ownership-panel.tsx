import { inheritedItems } from "#components/catalog/derived/derived-items.tsx";
import { OwnerName } from "#components/catalog/owner-name.tsx";
import { membersOf, PeopleList } from "#components/catalog/people-list.tsx";
import type { SaidOf } from "#components/catalog/said/said-by.tsx";
import { KeyValue, type KeyValueItem } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/ownership-panel.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

const shownPeople = 4;

/** Whom to ask. `owner` is the owner's own entry, when the catalog has it. */
export function OwnershipPanel({
  org,
  entity,
  owner,
  saidOf,
}: {
  org: string;
  entity: EntityDetail;
  owner: EntityDetail | null;
  saidOf: SaidOf;
}) {
  const members = membersOf(owner?.relations ?? []);
  const channel = textOf(owner?.properties["channel"]);
  const email = textOf(owner?.properties["email"]);
  const items: KeyValueItem[] = [
    {
      term: words.owner,
      value: <OwnerName org={org} owner={entity.owner} />,
      source: entity.inheritedFrom === null ? saidOf("owner", words.owner) : undefined,
    },
    ...inheritedItems(org, entity),
    ...(channel === null ? [] : [{ term: words.channel, value: channel }]),
    ...(email === null ? [] : [{ term: words.eMail, value: <TextLink href={`mailto:${email}`}>{email}</TextLink> }]),
  ];
  if (members !== undefined) {
    items.push({
      term: words.people,
      value: <PeopleList org={org} members={members} shown={shownPeople} />,
    });
  }
  return (
    <Panel title={words.ownership} padded>
      <KeyValue items={items} termWidth={72} />
      {entity.owner === null ? <p className="mt-3 text-12 text-text-3">{adviceFor(entity)}</p> : null}
    </Panel>
  );
}

/** How it gets an owner: where it was read from a file, that file says so. */
function adviceFor({ ownerProblem, origin }: EntityDetail): string {
  if (ownerProblem !== null) return words.inheritsNone(ownerProblem);
  return origin === null ? words.chooseAnOwner : words.nameAGroupUnderSpec;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
