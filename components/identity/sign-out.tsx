"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** The way out for pages without the shell. */
export function SignOut() {
  const [isBusy, setIsBusy] = useState(false);
  async function leave() {
    setIsBusy(true);
    await signOut({ callbackUrl: "/signin" });
  }
  return (
    <Button variant="ghost" icon={<LogOut />} busy={isBusy} onClick={leave}>
      Sign out
    </Button>
  );
}
