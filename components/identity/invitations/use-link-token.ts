"use client";

import { useEffect, useState } from "react";

/**
 * The token behind `#` in the address, which browsers never send to a server or a proxy's log. It is taken out of the address and kept
 * for this tab, so that it is still there after signing in. `null` while it is looked for, empty when there is none.
 */
export function useLinkToken(name: string): string | null {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    const key = `causeway-${name}`;
    const found = window.location.hash.slice(1);
    if (found !== "") {
      window.sessionStorage.setItem(key, found);
      window.history.replaceState(null, "", window.location.pathname + window.location.search);
    }
    setToken(found === "" ? (window.sessionStorage.getItem(key) ?? "") : found);
  }, [name]);
  return token;
}
