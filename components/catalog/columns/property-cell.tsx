import type { ReactNode } from "react";
import { CellList } from "#components/catalog/columns/cell-list.tsx";
import { FormattedValue, type Named } from "#components/catalog/properties/formatted-value.tsx";
import { safeHref } from "#components/catalog/safe-href.ts";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/columns/property-cell.ts";
import { numberText } from "#components/words/format.ts";
import type { ItemDefinition, PropertyDefinition } from "#lib/catalog/properties/schema.ts";

export type CellRule = Pick<PropertyDefinition, "type" | "format" | "options"> & { items?: ItemDefinition | undefined };
type Props = {
  org: string;
  /** Undefined for what no kind describes. */
  rule: CellRule | undefined;
  value: unknown;
  named: Named;
};

// These say more than their text: a person with their page, a moment with how long ago it is.
const told = new Set<PropertyDefinition["format"]>(["user", "team", "email", "date-time", "timer", "labelled-url"]);
const oneLine = "cut inline-block max-w-[32ch] align-bottom";

/** A value in one line of a list, as its kind describes it. What is long is cut. */
export function PropertyCell({ org, rule, value, named }: Props): ReactNode {
  if (isNothing(value)) return <span className="text-text-3">–</span>;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object" && !isNothing(item)))
    return (
      <CellList
        items={[...new Set(value.map(String))].map((name) => ({
          key: name,
          name,
          node: <Item org={org} rule={rule?.items} value={value.find((item) => String(item) === name)} named={named} />,
        }))}
      />
    );
  if (rule !== undefined && isTold(rule)) return <FormattedValue org={org} rule={rule} value={value} named={named} />;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return <span className="numeric">{numberText(value)}</span>;
  if (typeof value !== "string")
    return <code className={`mono text-12 text-text-2 ${oneLine}`}>{JSON.stringify(value)}</code>;
  const href = /^[a-z]+:/i.test(value) ? safeHref(value) : null;
  if (href !== null)
    return (
      <TextLink href={href} className={oneLine}>
        {value.replace(/^(https?:\/\/|mailto:)/, "")}
      </TextLink>
    );
  const isAddress = rule?.format === "ipv4" || rule?.format === "ipv6";
  return (
    <span className={isAddress ? `mono text-12 ${oneLine}` : oneLine} title={value.length > 32 ? value : undefined}>
      {value}
    </span>
  );
}

function Item({ org, rule, value, named }: Omit<Props, "rule"> & { rule: ItemDefinition | undefined }) {
  if (rule !== undefined && isTold(rule)) return <FormattedValue org={org} rule={rule} value={value} named={named} />;
  return <Pill>{String(value)}</Pill>;
}

function isTold({ format, options }: Pick<PropertyDefinition, "format" | "options">): boolean {
  return options !== undefined || told.has(format);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
