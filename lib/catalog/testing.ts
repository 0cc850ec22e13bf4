import type { TestOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import { makeEntity } from "#lib/catalog/entities/make-entity.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

/** An entity for tests: a component with nothing but a name, and `parts`. */
export function testEntity(identifier: string, parts: Partial<ImportedEntity> = {}): ImportedEntity {
  return makeEntity({ blueprint: "component", identifier, ...parts });
}

/** Writes entities without announcing them: tests of reading need no scores. */
export async function storeEntities(org: TestOrg, entities: ImportedEntity[]): Promise<void> {
  const source = { kind: "paste", name: "test", location: "test" } as const;
  await tenantTransaction({ orgId: org.id }, (tx) =>
    upsertEntities({ ctx: org.as("member"), tx, emit: async () => {} }, { source, entities }),
  );
}
