"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";

const pauseMs = 250;

const isUnfinishedFilter = (value: string) => /^[\p{L}-]+:/u.test(value);

/**
 * What is typed freely, written into the address after a short pause. The first writing is a step in the history, the ones that follow
 * while typing goes on replace it: back takes away what was typed, not its last letter.
 */
export function useFilterText(inAddress: string, write: (value: string, how: "push" | "replace") => void) {
  const [value, setValue] = useState(inAddress);
  const written = useRef(inAddress);
  const isGoingOn = useRef(false);
  const commit = useEffectEvent(() => {
    if (value === written.current) return;
    written.current = value;
    write(value, isGoingOn.current ? "replace" : "push");
    isGoingOn.current = true;
  });
  useEffect(() => {
    // Back and forward change the address without typing.
    if (inAddress === written.current) return;
    written.current = inAddress;
    isGoingOn.current = false;
    setValue(inAddress);
  }, [inAddress]);
  useEffect(() => {
    // What will become a filter when Enter is pressed is not searched for as text meanwhile.
    if (value === written.current || isUnfinishedFilter(value)) return;
    const timer = setTimeout(() => commit(), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  const commitNow = () => {
    if (value === written.current) return;
    written.current = value;
    write(value, "push");
  };
  return {
    value,
    type: setValue,
    commit: commitNow,
    /** Typing is over, without Enter: what the pause would have written is written now. */
    finish() {
      if (!isUnfinishedFilter(value)) commitNow();
    },
    /** Something else writes the address and takes along what is typed. Undefined for what will only become a filter, which stays here. */
    takeAlong(): string | undefined {
      if (isUnfinishedFilter(value)) return undefined;
      written.current = value;
      return value;
    },
    /** Emptied by something that writes the address itself. */
    forget() {
      written.current = "";
      isGoingOn.current = false;
      setValue("");
    },
  };
}
