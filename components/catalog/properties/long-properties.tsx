import { DefinitionPanel } from "#components/catalog/definition-panel.tsx";
import { EmbeddedPage } from "#components/catalog/properties/embedded-page.tsx";
import { Markdown } from "#components/patterns/markdown.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { keyboardScrolling } from "#components/ui/keyboard-scrolling.ts";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/catalog/properties/long-properties.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";

type Props = {
  properties: PropertyDefinition[];
  values: Record<string, unknown>;
  /** The addresses whose pages may be shown inside ours. */
  origins: string[];
};

const longFormats = new Set<PropertyDefinition["format"]>([
  "markdown",
  "yaml",
  "openapi",
  "asyncapi",
  "graphql",
  "grpc",
  "embedded-url",
]);

/** Whether a property is too long for a line beside its name: texts with many lines, objects, pages. */
export function isLongProperty({ type, format }: PropertyDefinition): boolean {
  return longFormats.has(format) || (type === "object" && format === undefined);
}

/** The properties that need room, each in a panel of its own. */
export function LongProperties({ properties, values, origins }: Props) {
  return properties.filter(isLongProperty).flatMap((property) => {
    const value = values[property.identifier];
    if (value === undefined || value === null || value === "") return [];
    return [<LongProperty key={property.identifier} property={property} value={value} origins={origins} />];
  });
}

function LongProperty({
  property,
  value,
  origins,
}: {
  property: PropertyDefinition;
  value: unknown;
  origins: string[];
}) {
  const { title, format } = property;
  if (format === "embedded-url" && typeof value === "string")
    return <EmbeddedPage title={title} address={value} origins={origins} />;
  if (format === "markdown" && typeof value === "string")
    return (
      <Panel title={title} padded>
        <Markdown text={value} />
      </Panel>
    );
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  if (format !== undefined && format !== "yaml" && format !== "embedded-url")
    return <DefinitionPanel title={title} definition={text} type={words.formats[format] ?? format} />;
  return (
    <Panel title={title} more={<CopyButton text={text} label={words.copy(title)} />}>
      <section aria-label={words.textOf(title)} {...keyboardScrolling} className="max-h-[480px] overflow-y-auto p-3">
        <CodeBlock label={title} text={text} />
      </section>
    </Panel>
  );
}
