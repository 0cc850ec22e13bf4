"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { SearchField } from "#components/patterns/search-field.tsx";
import { Select } from "#components/ui/select.tsx";

const doors = ["page", "mutation", "rest", "job", "seed"];

/** The filters of the audit log; the address holds them. */
export function AuditFilters({ operations }: { operations: string[] }) {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  function change(name: string, value: string) {
    const next = new URLSearchParams(search);
    next.delete("cursor");
    if (value === "") next.delete(name);
    else next.set(name, value);
    router.replace(`${path}?${next}`, { scroll: false });
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField param="actor" label="Filter by actor" placeholder="Actor" resets={["cursor"]} />
      <div className="w-56 phone:w-full">
        <Select
          aria-label="Operation"
          value={search.get("operation") ?? ""}
          onValueChange={(value) => change("operation", value)}
          items={[
            { value: "", label: "Every operation" },
            ...operations.map((operation) => ({ value: operation, label: operation })),
          ]}
        />
      </div>
      <div className="w-40 phone:w-full">
        <Select
          aria-label="Door"
          value={search.get("door") ?? ""}
          onValueChange={(value) => change("door", value)}
          items={[{ value: "", label: "Every door" }, ...doors.map((door) => ({ value: door, label: door }))]}
        />
      </div>
    </div>
  );
}
