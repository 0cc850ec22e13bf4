"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const InvitationRow = lazy(async () => ({
  default: (await import("#components/identity/invitations/invitation-row.tsx")).InvitationRow,
}));

/** An invitation that is open: most organizations have none, so that its code comes with the first. */
export function InvitationRowLater(props: ComponentProps<typeof InvitationRow>) {
  return (
    <Suspense fallback={null}>
      <InvitationRow {...props} />
    </Suspense>
  );
}
