"use client";
import type { ReactNode } from "react";
import { answerInWords } from "#components/actions/answer-in-words.tsx";
import { Button } from "#components/ui/button.tsx";
import { Pencil } from "#components/ui/icons.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/actions/action-review.ts";
import { askedFields } from "#lib/actions/actions/asked-fields.ts";
import type { ActionPage, InputSchema } from "#lib/actions/actions/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

export type ActionReviewProps = {
  inputSchema: InputSchema;
  pages: ActionPage[];
  answers: Record<string, unknown>;
  labels: Record<string, string>;
  problems: FieldProblem[];
  onChange: (page: number) => void;
};

/** All answers before anything happens, each page with the way back to it. */
export function ActionReview({ inputSchema, pages, answers, labels, problems, onChange }: ActionReviewProps) {
  const { properties } = askedFields(inputSchema, answers);
  function answerOrProblem(name: string): ReactNode {
    const problem = problems.find((candidate) => candidate.path === name);
    if (problem !== undefined) return <span className="text-bad-text">{problem.message}</span>;
    return answerInWords(properties[name], answers[name], labels);
  }
  return (
    <div className="grid max-w-[640px] gap-4">
      {pages.map((page, index) => (
        <Panel
          key={page.title}
          title={page.title}
          padded
          more={
            <Button size="sm" variant="ghost" icon={<Pencil />} onClick={() => onChange(index)}>
              {words.change}
            </Button>
          }
        >
          <KeyValue
            termWidth={116}
            items={page.fields
              .filter((name) => properties[name] !== undefined)
              .map((name) => ({
                term: properties[name]?.title ?? name,
                value: answerOrProblem(name),
              }))}
          />
        </Panel>
      ))}
    </div>
  );
}
