"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { CheckCheck } from "#components/ui/icons.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/notifications/mark-all-read.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  markAllRead(): Promise<MutationResult<{ ids: string[] }>>;
  markUnread(ids: string[]): Promise<MutationResult>;
};

/** Empties the count beside Inbox; z takes it back. */
export function MarkAllRead({ markAllRead, markUnread }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [busy, start] = useTransition();
  return (
    <Button
      icon={<CheckCheck aria-hidden />}
      busy={busy}
      onClick={() =>
        start(async () => {
          const result = await markAllRead();
          if (!result.ok) toast({ title: result.problem.detail, tone: "bad" });
          else {
            const { ids } = result.data;
            toast({
              title: words.markedAsRead(ids.length),
              undo: async () => {
                if (ids.length > 0) await markUnread(ids.slice(0, 200));
                router.refresh();
              },
            });
          }
          router.refresh();
        })
      }
    >
      {words.markAllAsRead}
    </Button>
  );
}
