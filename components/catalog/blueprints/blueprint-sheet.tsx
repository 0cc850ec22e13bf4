import { draftOf, draftText, valueWords } from "#components/catalog/blueprints/blueprint-draft.ts";
import { kindHref } from "#components/catalog/blueprints/kind-href.ts";
import { OptionMark } from "#components/catalog/blueprints/option-color.tsx";
import { ValueIcon } from "#components/catalog/blueprints/value-icon.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Columns } from "#components/patterns/page.tsx";
import { Section } from "#components/patterns/section.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Waypoints } from "#components/ui/icons.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/blueprints/blueprint-sheet.ts";
import type { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";

type Props = { org: string; kind: BlueprintDetail; kinds: { value: string; label: string }[] };

/** What a kind is made of, for whoever may not change it. */
export function BlueprintSheet({ org, kind, kinds }: Props) {
  const { properties, relations, requiredFields, allowsOthers, verificationDays } = kind.definition;
  const titles = new Map(kinds.map(({ value, label }) => [value, label]));
  const facts = [
    { term: words.needed, value: requiredFields.length === 0 ? words.nothing : requiredFields.join(", ") },
    { term: words.others, value: allowsOthers ? words.allowed : words.refused },
    { term: words.verified, value: verificationDays === null ? words.never : words.everyDays(verificationDays) },
  ];
  return (
    <Columns
      aside={316}
      side={
        <>
          <Panel title={words.rules}>
            <KeyValue items={facts} termWidth={110} className="p-4" />
          </Panel>
          <p className="text-12 text-text-3">{words.readOnly}</p>
        </>
      }
    >
      {kind.description === "" ? null : <p className="max-w-[92ch] text-text-2">{kind.description}</p>}
      <Section title={words.properties} count={properties.length}>
        {properties.length === 0 ? (
          <EmptyState title={words.noProperties} />
        ) : (
          <List framed label={words.properties}>
            {properties.map((property) => (
              <ListItem
                key={property.identifier}
                leading={<ValueIcon type={property.type} format={property.format} />}
                title={
                  <>
                    <b>{property.title}</b> <span className="mono text-11 text-text-3">{property.identifier}</span>
                  </>
                }
                description={property.description === "" ? valueWords(property) : property.description}
                meta={
                  <span className="flex flex-wrap items-center gap-1.5">
                    {property.isRequired ? <Pill>{words.isNeeded}</Pill> : null}
                    {(property.options ?? []).slice(0, 6).map((option) => (
                      <Pill key={option.value} icon={<OptionMark color={option.color} />}>
                        {option.title ?? option.value}
                      </Pill>
                    ))}
                    {property.options === undefined && property.description !== "" ? valueWords(property) : null}
                  </span>
                }
              />
            ))}
          </List>
        )}
      </Section>
      <Section title={words.relations} count={relations.length}>
        {relations.length === 0 ? (
          <EmptyState title={words.noRelations} />
        ) : (
          <List framed label={words.relations}>
            {relations.map((relation) => (
              <ListItem
                key={relation.identifier}
                leading={<Waypoints aria-hidden />}
                title={
                  <>
                    <b>{relation.title}</b> <span className="mono text-11 text-text-3">{relation.identifier}</span>
                  </>
                }
                description={relation.isMany ? words.many : words.one}
                meta={
                  <span className="flex flex-wrap items-center gap-2">
                    {relation.isRequired ? <Pill>{words.isNeeded}</Pill> : null}
                    {relation.targets.length === 0 ? words.anyKind : null}
                    {relation.targets.map((target) => (
                      <TextLink key={target} href={kindHref(org, target)}>
                        {titles.get(target) ?? target}
                      </TextLink>
                    ))}
                  </span>
                }
              />
            ))}
          </List>
        )}
      </Section>
      <details>
        <summary className="min-h-6 text-12 text-text-2">{words.asJson}</summary>
        <CodeBlock className="mt-2" label={words.asJson} text={draftText(draftOf(kind))} />
      </details>
    </Columns>
  );
}
