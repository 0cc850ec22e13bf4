export const sources = "Sources";
export const source = { one: "source", many: "sources" };
export const entity = { one: "entity", many: "entities" };
export const entityCountFromTotal = (entityCount: string, total: string) => `${entityCount} from ${total}`;
export const whereTheCatalogComes =
  "Where the catalog comes from. An entity counts for the source that described it last.";
export const recentImports = "Recent imports";
export const earlierImports = "Earlier imports";
export const nothingWasImportedFromDescriptors =
  "Nothing was imported from descriptors yet; the entities came through actions, the API or demo data.";
