import type { ReactNode } from "react";
import { provenance } from "#components/catalog/provenance.ts";
import { SaidButton } from "#components/catalog/said/said-button.tsx";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

type Said = {
  sources: { id: string; kind: string; name: string }[];
  fields: { field: string; sourceId: string; others: unknown[] }[];
};

/** Where a field's value comes from, as it stands at the end of its row. */
export type SaidOf = (path: string, label: string) => ReactNode;

/** For each field a quiet word that opens who says it; what was set by hand beside a source is marked. */
export function saidBy(entity: Pick<EntityDetail, "source" | "origin">, { sources, fields }: Said): SaidOf {
  const { short } = provenance(entity);
  const kindOf = new Map(sources.map(({ id, kind }) => [id, kind]));
  const fieldOf = new Map(fields.map((field) => [field.field, field]));
  return (path, label) => {
    const field = fieldOf.get(path);
    if (field === undefined || short === null) return undefined;
    const kind = kindOf.get(field.sourceId) ?? "";
    const isByHand = sources.length > 1 && (kind === "person" || kind === "program");
    const ofOther =
      entity.source === null || entity.source.id === field.sourceId
        ? short
        : provenance({ source: { ...entity.source, kind }, origin: null }).short;
    return (
      <SaidButton
        path={path}
        label={label}
        source={ofOther ?? short}
        isByHand={isByHand}
        isOverride={isByHand && field.others.length > 0}
      />
    );
  };
}
