import type { DerivedFieldsProps } from "#components/catalog/blueprints/derived-fields.tsx";
import type { RelationFieldsProps } from "#components/catalog/blueprints/relation-fields.tsx";
import { LaterPart } from "#components/ui/later.tsx";

// What stands behind a row that is opened is fetched when somebody comes near the list.
export const RelationForm = new LaterPart<RelationFieldsProps>(
  async () => (await import("#components/catalog/blueprints/relation-fields.tsx")).RelationFields,
);
export const DerivedForm = new LaterPart<DerivedFieldsProps>(
  async () => (await import("#components/catalog/blueprints/derived-fields.tsx")).DerivedFields,
);
