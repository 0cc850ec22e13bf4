import { keyOf } from "#components/catalog/bulk/change-many.ts";

// An address may be some thousand characters long; names may be 200.
const longestCondition = 4000;

type Wanted = { org: string; form: "csv" | "json" | "yaml"; columns: string[]; ids: string[] };

/** Saves the selected entities as a file, read in as many requests as their names need. @throws when one of them is refused */
export async function exportSelected({ org, form, columns, ids }: Wanted): Promise<void> {
  const parts: string[] = [];
  for (const query of conditionsOf(ids)) {
    const asked = new URLSearchParams({ org, query, columns: columns.join(",") });
    const answer = await fetch(`/api/v1/entity-export/${form}?${asked}`);
    if (!answer.ok) throw new Error(await answer.text());
    parts.push(await answer.text());
  }
  const types = { csv: "text/csv", json: "application/json", yaml: "application/yaml" };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([join(form, parts)], { type: types[form] }));
  link.download = `selection-${new Date().toISOString().slice(0, 10)}.${form}`;
  link.click();
  // Chromium reads it after the press.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Conditions that together hold for exactly these entities, each short enough for an address. */
function conditionsOf(ids: string[]): string[] {
  const conditions: string[] = [];
  for (const [blueprint, keys] of Map.groupBy(ids.map(keyOf), (key) => key.blueprint)) {
    let names: string[] = [];
    let length = 0;
    const close = () => {
      if (names.length > 0)
        conditions.push(`blueprint = ${JSON.stringify(blueprint)} and identifier in [${names.join(", ")}]`);
      names = [];
      length = 0;
    };
    for (const { identifier } of keys) {
      const name = JSON.stringify(identifier);
      if (length + name.length > longestCondition) close();
      names.push(name);
      length += name.length;
    }
    close();
  }
  return conditions;
}

function join(form: Wanted["form"], parts: string[]): string {
  if (form === "json")
    return `${JSON.stringify(
      parts.flatMap((part) => JSON.parse(part) as unknown[]),
      null,
      1,
    )}\n`;
  if (form === "yaml") return parts.join("");
  // Every part begins with the same heads.
  return parts.map((part, place) => (place === 0 ? part : part.slice(part.indexOf("\n") + 1))).join("");
}
