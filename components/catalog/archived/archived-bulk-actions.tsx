"use client";
import { type ComponentProps, lazy, Suspense } from "react";

const ArchivedBulkButtons = lazy(async () => ({
  default: (await import("#components/catalog/archived/archived-bulk-buttons.tsx")).ArchivedBulkButtons,
}));

/** What can be done with many archived entities at once; comes with the first one that is selected. */
export function ArchivedBulkActions(props: ComponentProps<typeof ArchivedBulkButtons>) {
  return (
    <Suspense fallback={null}>
      <ArchivedBulkButtons {...props} />
    </Suspense>
  );
}
