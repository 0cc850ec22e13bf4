"use client";

import { useState } from "react";
import { leaveAfter } from "#components/patterns/leave-after.ts";
import { Button } from "#components/ui/button.tsx";
import { LogOut } from "#components/ui/icons.tsx";
import * as words from "#components/words/identity/sign-out.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** The way out for pages without the shell. */
export function SignOut({ signOut }: { signOut: () => Promise<MutationResult> }) {
  const [isBusy, setIsBusy] = useState(false);
  async function leave() {
    setIsBusy(true);
    await leaveAfter(signOut(), "/signin");
    setIsBusy(false);
  }
  return (
    <Button variant="ghost" icon={<LogOut />} busy={isBusy} onClick={leave}>
      {words.signOut}
    </Button>
  );
}
