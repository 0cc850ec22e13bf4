"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type State = "working" | "refused" | "missing";

/**
 * Signs in with the token behind `#` in the address, which browsers never send to a server or a proxy's log. The link works once, so
 * nothing happens before this page runs in a browser: a mail scanner or a preview cannot use it up.
 */
export function LinkSignIn({ signIn }: { signIn: (values: { token: string }) => Promise<MutationResult> }) {
  const [state, setState] = useState<State>("working");
  const hasStarted = useRef(false);

  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    const token = window.location.hash.slice(1);
    if (token === "") {
      setState("missing");
      return;
    }
    window.history.replaceState(null, "", window.location.pathname);
    void signIn({ token }).then((answer) => {
      if (answer.ok) window.location.replace("/");
      else setState("refused");
    });
  }, [signIn]);

  if (state === "working") return <p aria-live="polite">Signing you in…</p>;
  return (
    <div className="grid gap-4" role="alert">
      <p>
        {state === "refused"
          ? "This link was used before or has expired. Each link works once; the next start of Causeway prints new ones."
          : "This address has no sign-in token. Copy the whole link, with everything behind #."}
      </p>
      <Button href="/signin">Sign in with a password</Button>
    </div>
  );
}
