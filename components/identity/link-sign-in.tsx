"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/identity/link-sign-in.ts";
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

  if (state === "working") return <p aria-live="polite">{words.signingYouIn}</p>;
  return (
    <div className="grid gap-4" role="alert">
      <p>{state === "refused" ? words.thisLinkWasUsedBefore : words.thisAddressHasNoSign}</p>
      <Button href="/signin">{words.signInWithAPassword}</Button>
    </div>
  );
}
