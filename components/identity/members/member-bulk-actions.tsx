"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const MemberBulkButtons = lazy(async () => ({
  default: (await import("#components/identity/members/member-bulk-buttons.tsx")).MemberBulkButtons,
}));

/** What can be done with many members at once; comes with the first one that is selected. */
export function MemberBulkActions(props: ComponentProps<typeof MemberBulkButtons>) {
  return (
    <Suspense fallback={null}>
      <MemberBulkButtons {...props} />
    </Suspense>
  );
}
