import { Fragment } from "react";
import { Code } from "#components/ui/code.tsx";

/** A sentence in which what stands between backticks is for machines. */
export function RemedyText({ text }: { text: string }) {
  const parts = text.split("`").map((part, place) => ({ part, key: `${place} ${part}`, isCode: place % 2 === 1 }));
  return parts.map(({ part, key, isCode }) =>
    isCode ? <Code key={key}>{part}</Code> : <Fragment key={key}>{part}</Fragment>,
  );
}
