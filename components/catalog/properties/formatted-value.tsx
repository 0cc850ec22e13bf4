import { OptionMark } from "#components/catalog/blueprints/option-color.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { MoreValues } from "#components/catalog/many-pills.tsx";
import { referenceOf } from "#components/catalog/properties/reference-of.ts";
import { TimerPill } from "#components/catalog/properties/timer-pill.tsx";
import { PropertyValue } from "#components/catalog/property-value.tsx";
import { safeHref } from "#components/catalog/safe-href.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/properties/formatted-value.ts";
import type { EntityReference } from "#lib/catalog/entities/entity-views.ts";
import type { ItemDefinition, PropertyDefinition } from "#lib/catalog/properties/schema.ts";

/** Of a list; what is more is one text. */
const mostItems = 40;

type Rule = Omit<ItemDefinition, "type"> & { type: PropertyDefinition["type"] };
/** People and teams that values name, by `user:ada`. */
export type Named = ReadonlyMap<string, EntityReference>;

type Props = { org: string; rule: Rule; items?: ItemDefinition | undefined; value: unknown; named: Named };

/** A value as its kind describes it: a choice with its colour, a person with their page, a moment with how long ago it is. */
export function FormattedValue({ org, rule, items, value, named }: Props) {
  if (value === null || value === undefined || value === "") return <PropertyValue value={value} />;
  if (Array.isArray(value) && items !== undefined && isFormatted(items)) {
    // The same value may be there twice.
    const placed = value.slice(0, mostItems).map((item: unknown, place) => ({ item, key: `${place}` }));
    return (
      <>
        {placed.map(({ item, key }) => (
          <FormattedValue key={key} org={org} rule={items} value={item} named={named} />
        ))}
        <MoreValues values={value.slice(mostItems).map((item: unknown) => textOf(item))} />
      </>
    );
  }
  if (rule.options !== undefined) return <Choice rule={rule} value={value} />;
  if (rule.format === "labelled-url") return <LabelledAddress value={value} />;
  if (typeof value !== "string") return <PropertyValue value={value} />;
  switch (rule.format) {
    case "user":
      return <Reference org={org} blueprint="user" name={value} named={named} />;
    case "team":
      return <Reference org={org} blueprint="group" name={value} named={named} />;
    case "email": {
      const href = safeHref(`mailto:${value}`);
      return href === null ? value : <TextLink href={href}>{value}</TextLink>;
    }
    case "date-time":
      return isMoment(value) ? <RelativeTime at={value} style="long" /> : value;
    case "timer":
      return isMoment(value) ? <TimerPill at={value} /> : value;
    case "ipv4":
    case "ipv6":
      return (
        <>
          <span className="mono text-12">{value}</span>
          <CopyButton text={value} label={words.copy(value)} />
        </>
      );
    default:
      return <PropertyValue value={value} />;
  }
}

function textOf(item: unknown): string {
  return typeof item === "object" ? JSON.stringify(item) : String(item);
}

function isFormatted({ format, options }: ItemDefinition): boolean {
  return format !== undefined || options !== undefined;
}

function isMoment(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** One of the values that are known, with its colour; another one as it is. */
function Choice({ rule, value }: { rule: Rule; value: unknown }) {
  const option = rule.options?.find((candidate) => candidate.value === value);
  if (option === undefined) return <PropertyValue value={value} />;
  const name = option.title ?? String(option.value);
  return <Pill icon={option.color === undefined ? undefined : <OptionMark color={option.color} />}>{name}</Pill>;
}

function LabelledAddress({ value }: { value: unknown }) {
  const { url, title } = (typeof value === "object" ? value : {}) as { url?: unknown; title?: unknown };
  const href = typeof url === "string" ? safeHref(url) : null;
  if (href === null || typeof url !== "string") return <PropertyValue value={value} />;
  const text = typeof title === "string" && title !== "" ? title : url.replace(/^(https?:\/\/|mailto:)/, "");
  return <TextLink href={href}>{text}</TextLink>;
}

type ReferenceProps = { org: string; blueprint: "user" | "group"; name: string; named: Named };

function Reference({ org, blueprint, name, named }: ReferenceProps) {
  const found = named.get(referenceOf(blueprint, name));
  if (found === undefined || found.isDangling)
    return (
      <Pill tone="warn" title={words.notThere}>
        {name}
      </Pill>
    );
  return <TextLink href={entityHref(org, found)}>{found.title}</TextLink>;
}
