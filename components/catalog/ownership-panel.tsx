import { inheritedItems } from "#components/catalog/derived/derived-items.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { OwnerName } from "#components/catalog/owner-name.tsx";
import type { SaidOf } from "#components/catalog/said/said-by.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { KeyValue, type KeyValueItem } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/ownership-panel.tsx";
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
  const members = owner?.relations.find((group) => group.type === "hasMember");
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
  if (members !== undefined && members.count > 0) {
    items.push({
      term: words.people,
      value: (
        <span className="grid gap-1.5">
          {members.items.slice(0, shownPeople).map((person) => (
            <TextLink key={person.identifier} href={entityHref(org, person)} className="text-text">
              <Avatar name={person.title} withName />
            </TextLink>
          ))}
          {members.count > shownPeople ? (
            <span className="text-12 text-text-3">{words.countMore(members.count - shownPeople)}</span>
          ) : null}
        </span>
      ),
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
