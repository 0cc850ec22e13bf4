import { ApiReference } from "#components/catalog/definition/api-reference.tsx";
import { DefinitionPanel } from "#components/catalog/definition-panel.tsx";
import { referenceHref } from "#components/catalog/entity-href.ts";
import { Banner } from "#components/patterns/banner.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";
import * as words from "#components/words/catalog/definition/definition-part.ts";
import { formats } from "#components/words/catalog/properties/long-properties.ts";
import type { DefinitionAnswer } from "#lib/catalog/definitions/schema.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

type Props = {
  answer: DefinitionAnswer;
  definition: string;
  type: string | null;
  /** The property that is shown, and all that hold definitions. */
  property: string;
  references: EntityDetail["references"];
  /** The page of the entity. */
  href: string;
};

const around = 4;

/** An API's definition as a reference, or where it is broken; and in any case the text. */
export function DefinitionPart({ answer, definition, type, property, references, href }: Props) {
  const shown = references.find((found) => found.property === property);
  const form = shown?.form ?? null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {references.length < 2 ? null : (
        <LinkTabs
          label={words.definitions}
          items={references.map((found) => ({
            label: found.title,
            href: referenceHref(href, found.property),
            current: found.property === property,
          }))}
        />
      )}
      {"reference" in answer ? (
        <ApiReference reference={answer.reference} />
      ) : (
        <Problem answer={answer} text={definition} />
      )}
      <DefinitionPanel
        title={shown?.title}
        definition={definition}
        type={form === null ? type : (formats[form] ?? form)}
      />
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
