import Link from "next/link";
import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { relationListHref } from "#components/catalog/graph/relation-list-href.ts";
import { kindName } from "#components/catalog/kind-name.ts";
import { relationSaid } from "#components/catalog/relation-said.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { EntityName } from "#components/patterns/entity-name.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/catalog/relations-tables.ts";
import { numberText } from "#components/words/format.ts";
import type { EntityDetail, RelationGroup } from "#lib/catalog/entities/entity-views.ts";
import { inverseRelation, readRelation } from "#lib/catalog/relations/relation-names.ts";

/** Every relation of an entity, by type. */
export function RelationsTables({ org, entity }: { org: string; entity: EntityDetail }) {
  if (entity.relations.length === 0) {
    return (
      <Panel>
        <EmptyState title={words.nothingPointsHere}>{words.relationsComeFrom}</EmptyState>
      </Panel>
    );
  }
  return (
    <div className="grid gap-4">
      {entity.relations.map((group) => (
        <RelationTable key={group.type} org={org} entity={entity} group={group} />
      ))}
    </div>
  );
}

function RelationTable({ org, entity, group }: { org: string; entity: EntityDetail; group: RelationGroup }) {
  const isCut = group.items.length < group.count;
  return (
    <Panel title={headingOf(group)} more={countText(group.items.length, group.count)}>
      <Table label={sentence(group.label)}>
        <TableHead>
          <TableHeader className="w-1/2">{words.name}</TableHeader>
          <TableHeader className="w-[16%]">{words.whatItIs}</TableHeader>
          <TableHeader>{words.identifier}</TableHeader>
        </TableHead>
        <TableBody>
          {group.items.map((item) => (
            <TableRow key={`${item.blueprint}:${item.identifier}`}>
              <TableCell>
                <EntityName
                  name={item.title}
                  icon={<KindIcon blueprint={item.blueprint} />}
                  href={item.isDangling ? undefined : entityHref(org, item)}
                  after={item.isDangling ? <Pill tone="warn">{words.notInTheCatalog}</Pill> : relationSaid(item)}
                />
              </TableCell>
              <TableCell>{kindName(item)}</TableCell>
              <TableCell>
                <span className="mono text-12 text-text-2">{`${item.blueprint}:${item.identifier}`}</span>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {isCut ? (
        <p className="border-t border-line px-4 py-2 text-12">
          <Link href={allHref(org, entity, group)} className="text-accent-text hover:underline">
            {words.all(group.count)}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}

/** The usual ones stand in a heading with more words; what a kind calls its relation stays as it is. */
function headingOf({ type, label }: RelationGroup): string {
  const isUsual = readRelation(type, "outgoing").label === label;
  return (isUsual ? words.headings[type] : undefined) ?? sentence(label);
}

function countText(shown: number, count: number): string {
  return shown < count ? words.shownOf(shown, count) : numberText(count);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The list of all of a group. What is named from this end (owned by this) is stored at the other (owned by). */
function allHref(org: string, entity: EntityDetail, group: RelationGroup): string {
  const key = { blueprint: entity.blueprint.identifier, identifier: entity.identifier };
  const isStoredThere = group.side === "before";
  const type = isStoredThere ? (inverseRelation(group.type) ?? group.type.replace(/ \(from there\)$/, "")) : group.type;
  return relationListHref(org, key, { type, direction: isStoredThere ? "incoming" : "outgoing" });
}
