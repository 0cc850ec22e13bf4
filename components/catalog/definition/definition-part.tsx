import { ApiReference } from "#components/catalog/definition/api-reference.tsx";
import { DefinitionPanel } from "#components/catalog/definition-panel.tsx";
import { Banner } from "#components/patterns/banner.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import * as words from "#components/words/catalog/definition/definition-part.ts";
import type { DefinitionAnswer } from "#lib/catalog/definitions/schema.ts";

type Props = { answer: DefinitionAnswer; definition: string; type: string | null };

const around = 4;

/** An API's definition as a reference, or where it is broken; and in any case the text. */
export function DefinitionPart({ answer, definition, type }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {"reference" in answer ? (
        <ApiReference reference={answer.reference} />
      ) : (
        <Problem answer={answer} text={definition} />
      )}
      <DefinitionPanel definition={definition} type={type} />
    </div>
  );
}

function Problem({ answer, text }: { answer: Extract<DefinitionAnswer, { problem: unknown }>; text: string }) {
  const { message, line, column } = answer.problem;
  const place = line === null ? "" : words.place(line, column);
  const first = line === null ? 1 : Math.max(1, line - around);
  const lines =
    line === null
      ? []
      : text
          .split("\n")
          .slice(first - 1, line + around)
          .map((text) => text.slice(0, 300));
  return (
    <div className="grid gap-3">
      <Banner tone="warn">
        <b>{words.cannotBeRead}</b> {place}
        {message}
      </Banner>
      {line === null || lines.length === 0 ? null : (
        <CodeBlock label={words.whereItCannotBeRead} text={lines.join("\n")} startLine={first} highlight={[line]} />
      )}
    </div>
  );
}
