"use client";
import { useEffect, useState } from "react";
import { WifiOff } from "#components/ui/icons.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/shell/offline-notice.tsx";

/** Says that there is no network, and keeps people on the page that they have: leaving it would lose it for the browser's own page. */
export function OfflineNotice() {
  const [isOffline, setIsOffline] = useState(false);
  const say = useToast();
  useEffect(() => {
    const follow = () => setIsOffline(!navigator.onLine);
    follow();
    window.addEventListener("online", follow);
    window.addEventListener("offline", follow);
    return () => {
      window.removeEventListener("online", follow);
      window.removeEventListener("offline", follow);
    };
  }, []);
  useEffect(() => {
    if (!isOffline) return;
    const stay = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      if (link === null || link.origin !== window.location.origin || link.hash !== "") return;
      event.preventDefault();
      event.stopPropagation();
      say({
        tone: "warn",
        title: words.thereIsNoNetwork,
        description: words.thereIsNoDescription,
      });
    };
    document.addEventListener("click", stay, { capture: true });
    return () => document.removeEventListener("click", stay, { capture: true });
  }, [isOffline, say]);
  if (!isOffline) return null;
  return (
    <p role="status" className="flex items-center gap-2 bg-warn-tint px-6 py-2 text-warn-text phone:px-4 print:hidden">
      <WifiOff aria-hidden />
      <span>{words.whatYouSeeMay(<b className="font-550">{words.noNetwork}</b>)}</span>
    </p>
  );
}
