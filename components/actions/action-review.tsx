"use client";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { referenceName } from "#components/actions/form/form-context.ts";
import { Button } from "#components/ui/button.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { askedFields } from "#lib/actions/actions/check-input.ts";
import type { ActionPage, InputSchema } from "#lib/actions/actions/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

type Props = {
  inputSchema: InputSchema;
  pages: ActionPage[];
  answers: Record<string, unknown>;
  labels: Record<string, string>;
  problems: FieldProblem[];
  onChange: (page: number) => void;
};

/** All answers before anything happens, each page with the way back to it. */
export function ActionReview({ inputSchema, pages, answers, labels, problems, onChange }: Props) {
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
              Change
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

/** An answer as people read it: the title of a choice, the name of an entity. */
export function answerInWords(
  property: InputSchema | undefined,
  answer: unknown,
  labels: Record<string, string> = {},
): ReactNode {
  if (answer === undefined || answer === null || answer === "") return <span className="text-text-3">not given</span>;
  const choice = property?.oneOf?.find((one) => one.const === answer);
  if (choice?.title !== undefined) return choice.title;
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  const text = typeof answer === "object" ? JSON.stringify(answer) : String(answer);
  if (labels[text] !== undefined) return labels[text];
  return /^[a-z]+:\S+$/.test(text) ? referenceName(text) : text;
}
