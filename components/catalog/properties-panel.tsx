import { derivedItems } from "#components/catalog/derived/derived-items.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { ManyPills } from "#components/catalog/many-pills.tsx";
import { MisfitsNote } from "#components/catalog/misfits-note.tsx";
import { FormattedValue, type Named } from "#components/catalog/properties/formatted-value.tsx";
import { isLongProperty } from "#components/catalog/properties/long-properties.tsx";
import { PropertyValue } from "#components/catalog/property-value.tsx";
import { safeHref } from "#components/catalog/safe-href.ts";
import { AllSaid } from "#components/catalog/said/all-said.tsx";
import type { SaidOf } from "#components/catalog/said/said-by.tsx";
import { KeyValue, type KeyValueItem } from "#components/ui/key-value.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/properties-panel.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import type { EntityDetail, RelatedEntity } from "#lib/catalog/entities/entity-views.ts";

type Props = {
  org: string;
  entity: EntityDetail;
  definition: BlueprintDefinition;
  named: Named;
  saidOf: SaidOf;
};

/** What is looked up about an entity; at the right end of each value stands where it comes from. */
export function PropertiesPanel({ org, entity, definition, named, saidOf }: Props) {
  const parents = entity.relations
    .filter((group) => ["partOf", "childOf"].includes(group.type))
    .flatMap((group) => group.items.map((parent) => ({ parent, type: group.type })));
  const derived = new Set(entity.derived.map(({ identifier }) => identifier));
  const described = new Map(definition.properties.map((property) => [property.identifier, property]));
  const placed = new Set(definition.layout.flatMap((section) => section.properties));
  const itemOf = ([name, value]: [string, unknown]): KeyValueItem => {
    const property = described.get(name);
    const shown =
      property === undefined ? (
        <PropertyValue value={value} />
      ) : (
        <FormattedValue org={org} rule={property} items={property.items} value={value} named={named} />
      );
    const term = property?.title ?? termOf(name);
    return { term, value: shown, source: saidOf(`properties.${name}`, term) };
  };
  // What needs room has a panel of its own; what the kind names comes first, in its order.
  const properties = inOrder(entity.properties, definition).filter(([name]) => {
    const property = described.get(name);
    return name !== "definition" && !derived.has(name) && (property === undefined || !isLongProperty(property));
  });
  const items: KeyValueItem[] = [
    { term: words.identifier, value: <span className="mono">{entity.identifier}</span> },
    ...headFields(entity).map(({ path, term, value }) => ({ term, value, source: saidOf(path, term) })),
    ...parents.map(({ parent, type }) => ({
      term: parentTerm(parent),
      value: <ParentName org={org} parent={parent} />,
      source: saidOf(`relations.${type}`, parentTerm(parent)),
    })),
    ...(entity.tags.length > 0
      ? [
          {
            term: words.tags,
            value: <ManyPills values={entity.tags} />,
            source: saidOf("tags", words.tags),
          },
        ]
      : []),
    ...properties.filter(([name]) => !placed.has(name)).map(itemOf),
    ...derivedItems(entity),
    ...Object.entries(entity.labels)
      .filter(([name]) => !(name in entity.properties))
      .map(([name, value]) => ({ term: termOf(name), value, source: saidOf(`labels.${name}`, termOf(name)) })),
    ...entity.links.map((link, index) => ({
      term: link.title ?? words.link,
      value: <LinkValue url={link.url} />,
      source: index === 0 ? saidOf("links", words.links) : undefined,
    })),
  ];
  const annotations = Object.entries(entity.annotations);
  const sections = definition.layout
    .map(({ title, properties: names }) => ({
      title,
      items: names.flatMap((name) => properties.filter(([other]) => other === name).map(itemOf)),
    }))
    .filter((section) => section.items.length > 0);
  return (
    <Panel title={words.properties} more={<AllSaid />}>
      <KeyValue items={items} termWidth={96} className="p-4" />
      {sections.map((section) => (
        <section key={section.title} className="border-t border-line px-4 pt-3 pb-4">
          <h3 className="pb-2 text-12 font-600 text-text-2">{section.title}</h3>
          <KeyValue items={section.items} termWidth={96} />
        </section>
      ))}
      {annotations.length > 0 ? (
        <details className="border-t border-line px-4 py-2">
          <summary className="flex min-h-6 items-center gap-2 text-12 text-text-2">
            {words.annotations} <span className="text-text-3">{annotations.length}</span>
          </summary>
          <dl className="grid gap-2 pt-2 pb-2 text-12">
            {annotations.map(([name, value]) => (
              <div key={name}>
                <dt className="mono text-text-3 [overflow-wrap:anywhere]">{name}</dt>
                <dd className="[overflow-wrap:anywhere]">
                  <PropertyValue value={value} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      <MisfitsNote entity={entity} />
    </Panel>
  );
}

/** What the head of the page shows too, where it says nothing of its source. */
function headFields({ lifecycle, type }: EntityDetail): { path: string; term: string; value: string }[] {
  return [
    ...(type === null ? [] : [{ path: "type", term: words.type, value: type }]),
    ...(lifecycle === null ? [] : [{ path: "lifecycle", term: words.lifecycle, value: lifecycle }]),
  ];
}

function parentTerm(parent: RelatedEntity): string {
  return parent.blueprint.charAt(0).toUpperCase() + parent.blueprint.slice(1);
}

function ParentName({ org, parent }: { org: string; parent: RelatedEntity }) {
  if (parent.isDangling)
    return (
      <Pill tone="warn" title={words.notInCatalog}>
        {parent.title}
      </Pill>
    );
  return (
    <Link href={entityHref(org, parent)} className="text-link hover:underline">
      {parent.title}
    </Link>
  );
}

function LinkValue({ url }: { url: string }) {
  const href = safeHref(url);
  return href === null ? (
    <span>{url}</span>
  ) : (
    <TextLink href={href}>{url.replace(/^(https?:\/\/|mailto:)/, "")}</TextLink>
  );
}

/** `sloPercent` reads "Slo percent"; a name with dots or slashes is left as it is. */
function termOf(name: string): string {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return name;
  const term = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return term.charAt(0).toUpperCase() + term.slice(1);
}

/** Properties as the kind lists them, then all others as they came. */
function inOrder(values: Record<string, unknown>, { properties }: BlueprintDefinition): [string, unknown][] {
  const names = properties.map(({ identifier }) => identifier);
  const known = names.filter((name) => name in values).map((name): [string, unknown] => [name, values[name]]);
  return [...known, ...Object.entries(values).filter(([name]) => !names.includes(name))];
}
