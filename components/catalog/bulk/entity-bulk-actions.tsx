"use client";
import { type ComponentProps, lazy, Suspense } from "react";

const EntityBulkButtons = lazy(async () => ({
  default: (await import("#components/catalog/bulk/entity-bulk-buttons.tsx")).EntityBulkButtons,
}));

/** What can be done with many entities at once; comes with the first one that is selected. */
export function EntityBulkActions(props: ComponentProps<typeof EntityBulkButtons>) {
  return (
    <Suspense fallback={null}>
      <EntityBulkButtons {...props} />
    </Suspense>
  );
}
