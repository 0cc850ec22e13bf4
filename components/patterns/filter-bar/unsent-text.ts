"use client";
import { useEffect, useEffectEvent } from "react";

type TakeAlong = (address: URLSearchParams) => URLSearchParams;

/** What the bar of this page would add to an address; there is one bar at most. */
let takeAlong: TakeAlong | null = null;

/** Lets what is typed in a bar, and not sent yet, go along when something beside it narrows the list. */
export function useUnsentText(add: TakeAlong): void {
  const latest = useEffectEvent(add);
  useEffect(() => {
    const own: TakeAlong = (address) => latest(address);
    takeAlong = own;
    return () => {
      if (takeAlong === own) takeAlong = null;
    };
  }, []);
}

/** An address with what stands in the bar of the page, sent or not. */
export function withUnsentText(address: URLSearchParams): URLSearchParams {
  return takeAlong === null ? address : takeAlong(address);
}
