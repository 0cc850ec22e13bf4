"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const KeyBulkButtons = lazy(async () => ({
  default: (await import("#components/identity/key-bulk-buttons.tsx")).KeyBulkButtons,
}));

/** What can be done with many keys at once; comes with the first one that is selected. */
export function KeyBulkActions(props: ComponentProps<typeof KeyBulkButtons>) {
  return (
    <Suspense fallback={null}>
      <KeyBulkButtons {...props} />
    </Suspense>
  );
}
