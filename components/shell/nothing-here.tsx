"use client";
import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { ErrorState } from "#components/patterns/error-state.tsx";
import { useShell } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";

/** Nothing is at this address: what it may have been, looked for by its name. */
export function NothingHere() {
  const { base, search } = useShell();
  const name = nameIn(usePathname());
  return (
    <ErrorState
      title="There is nothing at this address"
      remedies={[
        "It may have been renamed or removed, or the address has a typing error.",
        "It may belong to an organization that you are not a member of: ask whoever gave you the address.",
        <span key="places" className="flex flex-wrap gap-x-3">
          <Link href={base}>Home</Link>
          <Link href={`${base}/catalog`}>Catalog</Link>
          <Link href={`${base}/runs`}>Runs</Link>
          <Link href={`${base}/settings`}>Settings</Link>
        </span>,
      ]}
      actions={
        <Button variant="primary" icon={<Search aria-hidden />} onClick={() => search(name)}>
          {name === "" ? "Search" : `Search for “${name}”`}
        </Button>
      }
    >
      The address is <span className="mono [overflow-wrap:anywhere]">{usePathname()}</span>
    </ErrorState>
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
