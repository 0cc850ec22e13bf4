"use client";

import { useState } from "react";
import { ProviderIcon } from "#components/identity/provider-icon.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/identity/provider-buttons.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type ShownProvider = { id: string; name: string };

type Props = {
  providers: ShownProvider[];
  start: (provider: string) => Promise<MutationResult<{ url: string }>>;
  /** The first one is what most people should press. */
  isPrimary?: boolean;
};

/** "Continue with GitHub": goes to the provider, which sends the browser back. */
export function ProviderButtons({ providers, start, isPrimary = true }: Props) {
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();

  async function go(provider: string) {
    setBusy(provider);
    setProblem(undefined);
    const answer = await start(provider);
    if (answer.ok) {
      window.location.assign(answer.data.url);
      return;
    }
    setBusy(undefined);
    setProblem(answer.problem.detail);
  }

  return (
    <div className="grid gap-2">
      {providers.map(({ id, name }, index) => (
        <Button
          key={id}
          size="lg"
          variant={isPrimary && index === 0 ? "primary" : "default"}
          icon={<ProviderIcon provider={id} />}
          busy={busy === id}
          onClick={() => void go(id)}
        >
          {words.continueWith(name)}
        </Button>
      ))}
      {problem === undefined ? null : (
        <p role="alert" className="text-bad-text">
          {problem}
        </p>
      )}
    </div>
  );
}
