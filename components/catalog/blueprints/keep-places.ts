import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";

type Definition = NonNullable<BlueprintDraft["definition"]>;
type Named = { identifier: string };

/**
 * A definition after a change, with what names its properties and relations in step: sections of the overview and columns of the list
 * follow a new name, and lose what has gone. What named nothing before is left as it is, so that the check can tell.
 */
export function keepPlaces(before: Definition, after: Definition): Definition {
  const properties = changesOf(
    [...(before.properties ?? []), ...(before.derived ?? [])],
    [...(after.properties ?? []), ...(after.derived ?? [])],
  );
  const relations = changesOf(before.relations ?? [], after.relations ?? []);
  if (properties.size === 0 && relations.size === 0) return after;
  const columns = new Map([...prefixed("properties.", properties), ...prefixed("relations.", relations)]);
  return {
    ...after,
    ...(after.layout === undefined
      ? {}
      : {
          layout: after.layout.map((section) => ({
            ...section,
            properties: inStep(section.properties, properties),
          })),
        }),
    ...(after.columns === undefined ? {} : { columns: inStep(after.columns, columns) }),
  };
}

// The new name of what has another one, null for what has gone. A list of the same length in which one name differs was renamed there.
function changesOf(before: Named[], after: Named[]): Map<string, string | null> {
  const differing = before.flatMap((was, index) => {
    const is = after[index];
    return is !== undefined && is.identifier !== was.identifier ? [[was.identifier, is.identifier] as const] : [];
  });
  if (before.length === after.length && differing.length === 1) return new Map(differing);
  const left = new Set(after.map(({ identifier }) => identifier));
  return new Map(
    before.flatMap(({ identifier }) => (left.has(identifier) ? [] : [[identifier, null] as [string, null]])),
  );
}

function prefixed(prefix: string, changes: Map<string, string | null>): [string, string | null][] {
  return [...changes].map(([was, is]) => [`${prefix}${was}`, is === null ? null : `${prefix}${is}`]);
}

function inStep(names: string[], changes: Map<string, string | null>): string[] {
  return names.flatMap((name) => {
    const now = changes.get(name);
    return now === undefined ? name : (now ?? []);
  });
}
