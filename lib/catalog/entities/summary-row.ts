import type { EntityReference, EntitySummary } from "#lib/catalog/entities/entity-views.ts";

/** A row with the summary columns of `statements-of-list.ts`. */
export type SummaryRow = Omit<EntitySummary, "owner"> & { ownerRef: string | null; ownerTitle: string | null };

/** A stored row as it is answered. */
export function toSummary<More extends object>({
  ownerRef,
  ownerTitle,
  ...row
}: SummaryRow & More): EntitySummary & Omit<More, keyof SummaryRow> {
  return { ...(row as EntitySummary & More), owner: toReference(ownerRef, ownerTitle) };
}

/** A text such as `group:payments` as a reference; without a title the catalog does not have it. */
export function toReference(ref: string | null, title: string | null): EntityReference | null {
  if (ref === null) return null;
  const at = ref.indexOf(":");
  const [blueprint, identifier] = at < 0 ? ["group", ref] : [ref.slice(0, at), ref.slice(at + 1)];
  return { blueprint, identifier, title: title ?? identifier, isDangling: title === null };
}
