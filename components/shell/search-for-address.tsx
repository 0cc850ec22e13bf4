"use client";
import { usePathname } from "next/navigation";
import { useShell } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/shell/search-for-address.ts";

/** Looks for what an address ends with. */
export function SearchForAddress() {
  const { search } = useShell();
  const name = nameIn(usePathname());
  return (
    <Button variant="primary" onClick={() => search(name)}>
      {name === "" ? words.search : words.searchFor(name)}
    </Button>
  );
}

/** The last part of an address, as somebody would look for it. */
function nameIn(pathname: string): string {
  const last = pathname.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(last).slice(0, 60);
  } catch {
    return last.slice(0, 60);
  }
}
