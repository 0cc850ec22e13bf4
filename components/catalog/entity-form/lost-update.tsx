"use client";
import { useEffect, useRef } from "react";
import type { FormField } from "#components/catalog/entity-form/form-fields.ts";
import { type Choice, type FormValues, toValues } from "#components/catalog/entity-form/form-values.ts";
import { Banner } from "#components/patterns/banner.tsx";
import { VisibleName } from "#components/patterns/visible-name.tsx";
import { Button } from "#components/ui/button.tsx";
import { UsersRound } from "#components/ui/icons.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/catalog/entity-form/lost-update.tsx";
import type { Problem } from "#lib/kernel/errors.ts";

/** What somebody else saved while this form was open: `values` is how it is now. */
export type LostUpdate = { version: number; by: string; values: FormValues };

type Details = { theirs: { version: number; by: string | null } & Record<string, unknown> };

/** The conflict that a refusal tells of, or null when it is another one. */
export function lostUpdateOf(problem: Problem, fields: FormField[], shown: FormValues): LostUpdate | null {
  const details = problem.details as Details | undefined;
  if (problem.status !== 409 || details?.theirs === undefined) return null;
  const { version, by, at: _, ...document } = details.theirs;
  const said = new Map<string, unknown>();
  for (const [field, value] of Object.entries(document)) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) said.set(field, value);
    else for (const [key, inner] of Object.entries(value)) said.set(`${field}.${key}`, inner);
  }
  const names = new Map(
    Object.values(shown).flatMap((value) =>
      typeof value === "string" ? [] : value.map((choice) => [choice.value, choice.label] as const),
    ),
  );
  return {
    version,
    by: by ?? words.somebody,
    values: toValues(fields, said, (reference) => names.get(reference) ?? reference),
  };
}

type Props = {
  lost: LostUpdate;
  fields: FormField[];
  values: FormValues;
  onTake: (path: string, value: string | Choice[]) => void;
};

/** Both versions side by side where they differ. Saving again keeps what stands in the form. */
export function LostUpdatePanel({ lost, fields, values, onTake }: Props) {
  const theirs = lost.values;
  const panel = useRef<HTMLElement>(null);
  // It stands above the form, out of sight of whoever pressed Save.
  useEffect(() => {
    if (lost.version > 0) panel.current?.focus();
  }, [lost.version]);
  const different = fields.filter(({ path }) => textOf(theirs[path]) !== textOf(values[path]));
  return (
    <section ref={panel} tabIndex={-1} aria-label={words.bothVersions} className="grid scroll-mt-16 gap-3">
      <Banner tone="warn" icon={<UsersRound />}>
        {words.savedMeanwhile(lost.by)}
      </Banner>
      {different.length === 0 ? null : (
        <Table label={words.whereTheTwoDiffer}>
          <TableHead>
            <TableHeader>{words.field}</TableHeader>
            <TableHeader>{words.theirsNow}</TableHeader>
            <TableHeader>{words.yours}</TableHeader>
            <TableHeader end>{""}</TableHeader>
          </TableHead>
          <TableBody>
            {different.map(({ path, label }) => (
              <TableRow key={path}>
                <TableCell strong>{label}</TableCell>
                <TableCell wrap>
                  <VisibleName text={textOf(theirs[path]) || words.nothing} />
                </TableCell>
                <TableCell wrap>
                  <VisibleName text={textOf(values[path]) || words.nothing} />
                </TableCell>
                <TableCell end>
                  <Button size="sm" onClick={() => onTake(path, theirs[path] ?? "")}>
                    {words.takeTheirs}
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

function textOf(value: string | Choice[] | undefined): string {
  return typeof value === "string" ? value : (value ?? []).map((choice) => choice.value).join(", ");
}
