import type { ReactNode } from "react";
import { referenceName } from "#components/actions/form/form-context.ts";
import * as words from "#components/words/actions/answer-in-words.ts";
import type { InputSchema } from "#lib/actions/actions/schema.ts";

/** An answer as people read it: the title of a choice, the name of an entity. */
export function answerInWords(
  property: InputSchema | undefined,
  answer: unknown,
  labels: Record<string, string> = {},
): ReactNode {
  if (answer === undefined || answer === null || answer === "")
    return <span className="text-text-3">{words.notGiven}</span>;
  const choice = property?.oneOf?.find((one) => one.const === answer);
  if (choice?.title !== undefined) return choice.title;
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  const text = typeof answer === "object" ? JSON.stringify(answer) : String(answer);
  if (labels[text] !== undefined) return labels[text];
  return /^[a-z]+:\S+$/.test(text) ? referenceName(text) : text;
}
