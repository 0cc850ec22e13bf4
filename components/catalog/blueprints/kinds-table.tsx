import { BlueprintIcon } from "#components/catalog/blueprint-icon.tsx";
import { kindHref } from "#components/catalog/blueprints/kind-href.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/blueprints/kinds-table.ts";
import { numberText } from "#components/words/format.ts";
import type { Kind } from "#lib/catalog/blueprints/list-kinds.ts";

type Props = { org: string; kinds: (Kind & { entityCount: number })[] };

/** Every kind with what it is made of and how many there are. */
export function KindsTable({ org, kinds }: Props) {
  return (
    <div className="rounded-3 border border-line-2 bg-panel shadow-1">
      <Table label={words.kinds}>
        <TableHead>
          <TableHeader>{words.kind}</TableHeader>
          <TableHeader className="phone:hidden">{words.origin}</TableHeader>
          <TableHeader end>{words.entities}</TableHeader>
          <TableHeader end className="phone:hidden">
            {words.properties}
          </TableHeader>
          <TableHeader end className="phone:hidden">
            {words.relations}
          </TableHeader>
          <TableHeader end className="phone:hidden">
            {words.changed}
          </TableHeader>
        </TableHead>
        <TableBody>
          {kinds.map((kind) => (
            <TableRow key={kind.identifier}>
              <TableCell wrap className="w-full">
                <span className="flex items-center gap-3">
                  <Glyph icon={<BlueprintIcon icon={kind.icon} />} />
                  <span className="grid min-w-0">
                    <span className="font-550">
                      <TextLink href={kindHref(org, kind.identifier)}>{kind.title}</TextLink>
                    </span>
                    {kind.description === "" ? (
                      <span className="mono text-11 text-text-3">{kind.identifier}</span>
                    ) : (
                      <span className="cut text-12 text-text-3 phone:whitespace-normal">{kind.description}</span>
                    )}
                  </span>
                </span>
              </TableCell>
              <TableCell className="phone:hidden">
                <OriginPill kind={kind} />
              </TableCell>
              <TableCell end>
                {kind.entityCount === 0 ? (
                  <span className="text-text-3">{words.none}</span>
                ) : (
                  <TextLink href={`/${org}/catalog?blueprint=${encodeURIComponent(kind.identifier)}`}>
                    {numberText(kind.entityCount)}
                  </TextLink>
                )}
              </TableCell>
              <TableCell end className="phone:hidden">
                {numberText(kind.propertyCount)}
              </TableCell>
              <TableCell end className="phone:hidden">
                {numberText(kind.relationCount)}
              </TableCell>
              <TableCell end className="text-12 text-text-3 phone:hidden">
                {kind.updatedAt === null || (kind.origin === "shipped" && !kind.isChanged) ? (
                  words.never
                ) : (
                  <RelativeTime at={kind.updatedAt} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** Where a kind comes from, and whether somebody changed it since. */
export function OriginPill({ kind }: { kind: Pick<Kind, "origin" | "isChanged"> }) {
  if (kind.origin === "made") return <Pill tone="accent">{words.made}</Pill>;
  if (kind.origin === "imported") return <Pill tone="warn">{words.imported}</Pill>;
  return kind.isChanged ? <Pill tone="note">{words.shippedChanged}</Pill> : <Pill>{words.shipped}</Pill>;
}
