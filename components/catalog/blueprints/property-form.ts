import type { PropertyFieldsProps } from "#components/catalog/blueprints/property-fields.tsx";
import { LaterPart } from "#components/ui/later.tsx";

/** The form of one property, of a kind or of a relation; fetched when somebody comes near a list of them. */
export const PropertyForm = new LaterPart<PropertyFieldsProps>(
  async () => (await import("#components/catalog/blueprints/property-fields.tsx")).PropertyFields,
);
