import type { ReactNode } from "react";
import { entityHref } from "#components/catalog/entity-href.ts";
import type { LineCounts } from "#components/ingestion/report-sums.tsx";
import { VerdictPill, verdictMeanings, verdictOrder, verdictTitles } from "#components/ingestion/verdict-pill.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Table, TableBody, TableCell, TableGroupRow, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/report-lines.ts";
import type { ImportLine } from "#lib/ingestion/imports/schema.ts";

export type ReportLinesProps = {
  /** Where entities can be opened; left out while nothing is written yet. */
  org?: string | undefined;
  lines: ImportLine[];
  lineCounts: LineCounts;
  /** Stands under the rows: pages, or what is not shown. */
  foot?: ReactNode;
};

/** What a report has to say, line by line, grouped by verdict. */
export function ReportLines({ org, lines, lineCounts, foot }: ReportLinesProps) {
  const groups = verdictOrder
    .map((verdict) => ({ verdict, lines: lines.filter((line) => line.verdict === verdict) }))
    .filter((group) => group.lines.length > 0);
  if (groups.length === 0) {
    return (
      <Panel>
        <p className="px-4 py-8 text-center text-text-3">{words.thereIsNoSuchLine}</p>
      </Panel>
    );
  }
  return (
    <Panel className="overflow-hidden">
      <Table label={words.linesOfTheReport}>
        <TableHead>
          <TableHeader className="w-28">{words.verdict}</TableHeader>
          <TableHeader className="w-[232px] phone:hidden">{words.where}</TableHeader>
          <TableHeader>{words.whatAndWhy}</TableHeader>
        </TableHead>
        {groups.map((group) => (
          <TableBody key={group.verdict}>
            <TableGroupRow columns={3}>
              {verdictTitles[group.verdict]}
              <span className="numeric font-400 text-text-3">{numberText(lineCounts[group.verdict])}</span>
              <span className="font-400 text-12 text-text-3 phone:hidden">{verdictMeanings[group.verdict]}</span>
            </TableGroupRow>
            {group.lines.map((line) => (
              <LineRow key={line.position} org={org} line={line} />
            ))}
          </TableBody>
        ))}
      </Table>
      {foot}
    </Panel>
  );
}

function LineRow({ org, line }: { org: string | undefined; line: ImportLine }) {
  return (
    <TableRow>
      <TableCell className="align-top py-2.5">
        <VerdictPill verdict={line.verdict} />
      </TableCell>
      <TableCell wrap className="align-top phone:hidden">
        <Place line={line} />
      </TableCell>
      <TableCell wrap className="align-top [overflow-wrap:anywhere]">
        <span className="mb-1 hidden phone:block">
          <Place line={line} />
        </span>
        <span className="block font-450">
          <What org={org} line={line} />
        </span>
        <span className="block text-12 text-text-3">{line.why}</span>
      </TableCell>
    </TableRow>
  );
}

function Place({ line }: { line: ImportLine }) {
  return (
    <>
      <span className="mono block text-12 [overflow-wrap:anywhere]">
        {line.file}
        {line.line === null ? null : <span className="text-text-3">:{line.line}</span>}
      </span>
      {line.path === null ? null : (
        <span className="mono block text-11 text-text-3 [overflow-wrap:anywhere]">{line.path}</span>
      )}
    </>
  );
}

// A refused line may be about an entity that was never stored; only what became one can be opened.
function What({ org, line }: { org: string | undefined; line: ImportLine }) {
  const [blueprint, ...rest] = (line.entityRef ?? "").split(":");
  const identifier = rest.join(":");
  const isStored = line.verdict === "mapped" || line.verdict === "kept";
  if (org === undefined || !isStored || !blueprint || identifier === "") return line.what;
  return <TextLink href={entityHref(org, { blueprint, identifier })}>{line.what}</TextLink>;
}
