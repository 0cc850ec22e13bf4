"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Renders nothing; reads the page again every few seconds while it is looked at. Jobs come and go too often for an event each. */
export function QueueRefresh({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
