"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Problem } from "#lib/kernel/errors.ts";

type Result = { ok: true; data: unknown } | { ok: false; problem: Problem };

/** Has a delivery processed once more. */
export function ReplayDelivery({ replay }: { replay: () => Promise<Result> }) {
  const router = useRouter();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  return (
    <Button
      variant="ghost"
      size="sm"
      busy={isBusy}
      onClick={async () => {
        setIsBusy(true);
        const result = await replay();
        setIsBusy(false);
        toast(
          result.ok ? { title: "It is processed again", tone: "ok" } : { title: result.problem.detail, tone: "bad" },
        );
        router.refresh();
      }}
    >
      Replay
    </Button>
  );
}
