import type { ImportProblem } from "#components/ingestion/import-work.ts";
import { Banner } from "#components/patterns/banner.tsx";
import { CircleX } from "#components/ui/icons.tsx";
import * as words from "#components/words/ingestion/problem-note.tsx";

/** What went wrong, where no field can say it. */
export function ProblemNote({ problem }: { problem: ImportProblem }) {
  return (
    <Banner tone="bad" icon={<CircleX aria-hidden />}>
      <p>{problem.detail}</p>
      {problem.fields.map((field) => (
        <p key={field.path} className="text-12">
          <span className="mono">{field.path}</span>: {field.message}
        </p>
      ))}
      {problem.requestId === null ? null : (
        <p className="text-12 text-text-2">{words.requestId(<span className="mono">{problem.requestId}</span>)}</p>
      )}
    </Banner>
  );
}
