"use client";
import { useEffect, useRef } from "react";
import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { compareParts } from "#components/catalog/blueprints/blueprint-parts.ts";
import { Banner } from "#components/patterns/banner.tsx";
import { VisibleName } from "#components/patterns/visible-name.tsx";
import { Button } from "#components/ui/button.tsx";
import { UsersRound } from "#components/ui/icons.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/catalog/blueprints/lost-blueprint.tsx";

export type LostBlueprintProps = {
  by: string;
  theirs: BlueprintDraft;
  draft: BlueprintDraft;
  onTake: (key: string) => void;
};

/** Both versions where they differ, after somebody else saved first. Saving again keeps what stands here. */
export function LostBlueprint({ by, theirs, draft, onTake }: LostBlueprintProps) {
  const panel = useRef<HTMLElement>(null);
  // It stands above the editor, out of sight of whoever pressed Save.
  useEffect(() => {
    if (theirs.identifier !== "") panel.current?.focus();
  }, [theirs]);
  const changes = compareParts(theirs, draft);
  return (
    <section ref={panel} tabIndex={-1} aria-label={words.label} className="grid scroll-mt-16 gap-3">
      <Banner tone="warn" icon={<UsersRound />}>
        {words.saved(by)}
      </Banner>
      {changes.length === 0 ? null : (
        <ChangesTable
          label={words.differences}
          heads={[words.theirs, words.yours]}
          changes={changes}
          action={{ label: words.takeTheirs, nameOf: words.takeTheirsOf, onTake }}
        />
      )}
    </section>
  );
}

type ChangesProps = {
  label: string;
  heads: [string, string];
  changes: ReturnType<typeof compareParts>;
  action?: { label: string; nameOf: (part: string) => string; onTake: (key: string) => void };
};

/** Two versions of a kind side by side, part by part. */
export function ChangesTable({ label, heads, changes, action }: ChangesProps) {
  return (
    <div className="rounded-3 border border-line-2 bg-panel">
      <Table label={label}>
        <TableHead>
          <TableHeader>{words.part}</TableHeader>
          {heads.map((head) => (
            <TableHeader key={head}>{head}</TableHeader>
          ))}
          {action === undefined ? null : <TableHeader end>{""}</TableHeader>}
        </TableHead>
        <TableBody>
          {changes.map(({ key, label: part, before, after }) => (
            <TableRow key={key}>
              <TableCell strong wrap className="align-top">
                {part}
              </TableCell>
              {[before, after].map((value, index) => (
                // The two sides are known by their place.
                <TableCell key={heads[index]} wrap className="align-top font-mono text-12 [overflow-wrap:anywhere]">
                  <VisibleName text={textOf(value)} />
                </TableCell>
              ))}
              {action === undefined ? null : (
                <TableCell end className="py-1 align-top">
                  <Button size="sm" aria-label={action.nameOf(part)} onClick={() => action.onTake(key)}>
                    {action.label}
                  </Button>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function textOf(value: unknown): string {
  if (value === undefined || value === "") return words.nothing;
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  // Identifier and title are in the name of the row.
  const { identifier: _, ...rest } = value as Record<string, unknown>;
  return Object.entries(rest)
    .map(([name, inner]) => `${name}: ${typeof inner === "string" ? inner : JSON.stringify(inner)}`)
    .join(", ");
}
