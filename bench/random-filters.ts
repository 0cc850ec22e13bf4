import { makeRandom } from "#db/seed/random.ts";
import type { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";

type ListInput = Parameters<typeof listEntities.call>[1];

const kinds = ["component", "component", "component", "api", "resource", "user", "system"];
const words = ["order", "stock", "ledger", "gateway", "relay", "invoice", "component-12", "number 7", "quot", "oute"];
const tags = ["go", "rust", "kotlin", "quota", "batch", "python"];
const queries = [
  'labels.region = "eu"',
  'lifecycle != "deprecated" and tags contains "go"',
  "properties.tier = 1",
  "properties.coveragePercent < 40",
  "count(dependsOn) > 4",
  'description contains "invoice"',
  'owner = "group:group-5" or tags contains "rust"',
];

/** Filters as people put them together in a catalog page, the same every time. */
export function randomFilters(count: number): ListInput[] {
  const random = makeRandom("filters");
  return Array.from({ length: count }, () => {
    const filter: ListInput = random.chance(0.85) ? { blueprint: random.pick(kinds) } : {};
    if (random.chance(0.4)) filter.text = random.pick(words);
    if (random.chance(0.35)) filter.owner = `group:group-${random.whole(0, 60)}`;
    if (random.chance(0.3)) filter.lifecycle = random.pick(["production", "experimental", "deprecated"]);
    if (random.chance(0.3)) filter.type = random.pick(["service", "library", "website"]);
    if (random.chance(0.3))
      filter.tag = random.chance(0.3) ? [random.pick(tags), random.pick(tags)] : random.pick(tags);
    if (random.chance(0.25)) filter.query = random.pick(queries);
    return filter;
  });
}
