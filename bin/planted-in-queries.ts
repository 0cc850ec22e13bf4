import type { PlantedBreak } from "./planted-breaks.ts";

/** What could be taken away from the query language. */
export const plantedInQueries: PlantedBreak[] = [
  {
    name: "a value of any depth is taken",
    file: "lib/catalog/properties/schema.ts",
    find: "if (path.length > deepest)",
    replace: "if (path.length > 1e9)",
    test: "lib/catalog/hostile-writes.test.ts",
  },
  {
    name: "a relation that ended still counts",
    file: "lib/catalog/query/compiler/term-sql.ts",
    find: "(r.until is null or r.until > ${now})",
    replace: "true",
    test: "lib/catalog/query/differential.test.ts",
  },
  {
    name: "what is walked over any distance is anybody's",
    file: "lib/catalog/query/compiler/reach-sql.ts",
    find: "sql`r.org_id = ${scope.orgId}::uuid${named}",
    replace: "sql`true${named}",
    test: "lib/catalog/query/compiler/scope.test.ts",
  },
  {
    name: "relations in an expression are anybody's",
    file: "lib/catalog/query/compiler/relations-sql.ts",
    find: "sql`r.org_id = ${scope.orgId}::uuid and r.${end}",
    replace: "sql`r.${end}",
    test: "lib/catalog/query/compiler/scope.test.ts",
  },
  {
    name: "what points at an entity is anybody's",
    file: "lib/catalog/query/compiler/relations-sql.ts",
    find: "s.org_id = ${compilation.scope.orgId}::uuid and s.id = r.from_id",
    replace: "s.id = r.from_id",
    test: "lib/catalog/query/compiler/scope.test.ts",
  },
  {
    name: "an error in one element of a list is no error",
    file: "lib/catalog/query/compiler/lists-sql.ts",
    find: "sql`bool_or(${result}.c is null)`",
    replace: "sql`bool_or(${result}.c is null and false)`",
    test: "lib/catalog/query/differential.test.ts",
  },
];
