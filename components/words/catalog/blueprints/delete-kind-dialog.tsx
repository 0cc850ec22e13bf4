import { numberText } from "#components/words/format.ts";

export const title = (kind: string) => `Delete the kind ${kind}?`;
export const description = (entities: number, pointing: number) =>
  entities === 0 && pointing === 0
    ? "Nothing in the catalog is of this kind, and no other kind points at it."
    : "It is in use. Say what goes along with it, or nothing is deleted.";
export const deleteEntities = (count: number) =>
  count === 0 ? "Delete archived ones of this kind too" : `Delete the ${numberText(count)} in the catalog too`;
export const deleteEntitiesHint = "With their history and relations; archived ones included";
export const dropRelations = "Take it out of the relations that name it";
export const cancel = "Cancel";
export const confirm = "Delete kind";
export const deleted = (kind: string) => `${kind} is no kind any more`;
