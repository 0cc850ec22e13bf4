"use client";
import { useEffect, useRef } from "react";
import { type Decisions, leftOf } from "#components/catalog/blueprints/impact-decisions.ts";
import { entityHref } from "#components/catalog/entity-href.ts";
import { Section } from "#components/patterns/section.tsx";
import { VisibleName } from "#components/patterns/visible-name.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { ArrowRight } from "#components/ui/icons.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/blueprints/impact-panel.tsx";
import type { Misfit } from "#lib/catalog/blueprints/find-misfits.ts";
import type { Resolution } from "#lib/catalog/blueprints/resolve-misfits.ts";

export type ImpactPanelProps = {
  org: string;
  kind: { identifier: string; noun: { one: string; many: string } };
  misfits: Misfit[];
  decisions: Decisions;
  /** What a property is called, by its path. */
  nameOf: (path: string) => string;
  errorOf: (path: string) => string | undefined;
  onDecide: (decision: Resolution) => void;
};

/** What a changed definition means for what is stored, problem by problem, and what is to happen with each. */
export function ImpactPanel({ org, kind, misfits, decisions, nameOf, errorOf, onDecide }: ImpactPanelProps) {
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="grid gap-6">
      <div ref={heading} tabIndex={-1} className="!outline-none">
        <h2 className="text-16 font-600">{words.title(misfits.length)}</h2>
        <p className="mt-1 max-w-[92ch] text-text-2">{words.intro}</p>
      </div>
      {misfits.map((misfit) => (
        <OneProblem
          key={misfit.path}
          org={org}
          kind={kind}
          misfit={misfit}
          decision={decisions[misfit.path]}
          name={nameOf(misfit.path)}
          left={leftOf(misfit, decisions)}
          error={errorOf(misfit.path)}
          onDecide={onDecide}
        />
      ))}
    </div>
  );
}

type ProblemProps = Pick<ImpactPanelProps, "org" | "kind" | "onDecide"> & {
  misfit: Misfit;
  decision: Resolution | undefined;
  name: string;
  left: number;
  error: string | undefined;
};

function OneProblem({ org, kind, misfit, decision, name, left, error, onDecide }: ProblemProps) {
  const { path, problem, count, convertible, examples } = misfit;
  const rest = decision?.convert ? count - convertible : count;
  const set = (change: Partial<Resolution>) =>
    onDecide({ path, convert: false, otherwise: "refuse", ...decision, ...change });
  const choices = problem === "value" || problem === "unknown" ? words.choices : words.choices.slice(0, 2);
  return (
    <Section
      title={words.problem(name, problem)}
      more={
        left === 0 ? <Pill tone="ok">{words.decided}</Pill> : <Pill tone="warn">{words.left(left, kind.noun)}</Pill>
      }
    >
      <Panel className="mt-1">
        <Table label={words.examplesOf(name)}>
          <TableHead>
            <TableHeader>{words.entity}</TableHeader>
            <TableHeader>{words.now}</TableHeader>
            <TableHeader>{words.afterwards}</TableHeader>
          </TableHead>
          <TableBody>
            {examples.map(({ identifier, title, value, why, converted }) => (
              <TableRow key={identifier}>
                <TableCell strong>
                  <TextLink href={entityHref(org, { blueprint: kind.identifier, identifier })}>{title}</TextLink>
                </TableCell>
                <TableCell wrap className="font-mono text-12">
                  <VisibleName
                    text={problem === "value" || problem === "unknown" ? jsonOf(value) : words.nowOf[problem]}
                  />
                </TableCell>
                <TableCell wrap>
                  <After decision={decision} converted={converted} value={value} why={why} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        {count > examples.length ? (
          <p className="border-t border-line px-4 py-2 text-12 text-text-3">{words.more(examples.length, count)}</p>
        ) : null}
        <div className="grid gap-4 border-t border-line p-4">
          {convertible > 0 ? (
            <Checkbox
              label={problem === "missing" ? words.giveDefault(convertible) : words.convert(convertible, count)}
              hint={problem === "missing" ? undefined : words.convertHint}
              checked={decision?.convert ?? false}
              onCheckedChange={(convert) => set({ convert })}
            />
          ) : null}
          {rest > 0 ? (
            <Field label={words.whatWith(rest, count, kind.noun)} error={error} group>
              <RadioCards
                value={decision?.otherwise ?? "refuse"}
                onValueChange={(otherwise) => set({ otherwise: otherwise as Resolution["otherwise"] })}
                options={choices}
              />
            </Field>
          ) : null}
        </div>
      </Panel>
    </Section>
  );
}

type AfterProps = { decision: Resolution | undefined; converted: unknown; value: unknown; why: string };

/** What becomes of one of the examples as things are decided now. */
function After({ decision, converted, why }: AfterProps) {
  if (decision?.convert && converted !== undefined)
    return (
      <span className="flex items-center gap-1.5">
        <ArrowRight aria-hidden className="!size-3.5 flex-none text-ok-text" />
        <span className="font-mono text-12 [overflow-wrap:anywhere]">{jsonOf(converted)}</span>
      </span>
    );
  if (decision?.otherwise === "keep") return <span className="text-note-text">{words.kept(why)}</span>;
  if (decision?.otherwise === "remove") return <span className="text-warn-text">{words.removed}</span>;
  return <span className="text-bad-text">{why}</span>;
}

function jsonOf(value: unknown): string {
  const text = JSON.stringify(value) ?? words.nothing;
  return text.length > 120 ? `${text.slice(0, 120).toWellFormed()}…` : text;
}
