import { ManyPills } from "#components/catalog/many-pills.tsx";
import { safeHref } from "#components/catalog/safe-href.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/property-value.ts";
import { numberText } from "#components/words/format.ts";

const longestText = 300;

/** A property's value as a person reads it. Addresses are links only when a browser should follow them. */
export function PropertyValue({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === "") return <span className="text-text-3">{words.empty}</span>;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return <span className="numeric">{numberText(value)}</span>;
  if (typeof value === "string") {
    const href = /^[a-z]+:/i.test(value) ? safeHref(value) : null;
    return href === null ? (
      cut(value)
    ) : (
      <TextLink href={href}>{cut(value.replace(/^(https?:\/\/|mailto:)/, ""))}</TextLink>
    );
  }
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== "object")) {
    return <ManyPills values={[...new Set(value.map(String))]} />;
  }
  return <code className="mono text-12 text-text-2">{cut(JSON.stringify(value))}</code>;
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
