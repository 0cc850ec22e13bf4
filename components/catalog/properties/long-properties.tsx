import { DefinitionPanel } from "#components/catalog/definition-panel.tsx";
import { referenceHref } from "#components/catalog/entity-href.ts";
import { EmbeddedPage } from "#components/catalog/properties/embedded-page.tsx";
import { Markdown } from "#components/patterns/markdown.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { keyboardScrolling } from "#components/ui/keyboard-scrolling.ts";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/catalog/properties/long-properties.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";

type Props = {
  properties: PropertyDefinition[];
  values: Record<string, unknown>;
  /** The addresses whose pages may be shown inside ours. */
  origins: string[];
  /** Which of the values can be read as a reference of an API, on the page of the entity at `href`. */
  references: EntityDetail["references"];
  href: string;
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
export function LongProperties({ properties, values, origins, references, href }: Props) {
  return properties.filter(isLongProperty).flatMap((property) => {
    const value = values[property.identifier];
    if (value === undefined || value === null || value === "") return [];
    const isReference = references.some((found) => found.property === property.identifier);
    const readHref = isReference ? referenceHref(href, property.identifier) : undefined;
    return [<LongProperty key={property.identifier} {...{ property, value, origins, readHref }} />];
  });
}

function LongProperty({
  property,
  value,
  origins,
  readHref,
}: {
  property: PropertyDefinition;
  value: unknown;
  origins: string[];
  readHref: string | undefined;
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
    return <DefinitionPanel title={title} definition={text} type={words.formats[format] ?? format} href={readHref} />;
  return (
    <Panel title={title} more={<CopyButton text={text} label={words.copy(title)} />}>
      <section aria-label={words.textOf(title)} {...keyboardScrolling} className="max-h-[480px] overflow-y-auto p-3">
        <CodeBlock label={title} text={text} />
      </section>
    </Panel>
  );
}
