"use client";
import { useState } from "react";
import { restGet } from "#components/patterns/rest-client.ts";
import { useLiveEvents } from "#components/shell/live.tsx";

/** How much of the reader's inbox is unread: as the server said, then as it is told, in every open tab at once. */
export function useUnread(org: string, initial: number): number {
  const [told, setTold] = useState({ initial, unread: initial });
  useLiveEvents(["notification.changed"], ({ topic, payload }) => {
    const unread = payload["unread"];
    if (typeof unread === "number") setTold({ initial, unread });
    // Something was missed.
    else if (topic === "*")
      restGet<{ unread: number }>(org, "/notifications/count").then(
        (answer) => setTold({ initial, unread: answer.unread }),
        () => undefined,
      );
  });
  // The layout was read again since: what it says is newer.
  return told.initial === initial ? told.unread : initial;
}
