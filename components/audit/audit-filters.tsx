"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { SearchField } from "#components/patterns/search-field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";

const doors = ["page", "mutation", "rest", "job", "seed"];
const resets = ["cursor", "entry"];

/** The filters of the audit log; the address holds them. */
export function AuditFilters({ operations }: { operations: string[] }) {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  function change(name: string, value: string) {
    const next = new URLSearchParams(search);
    for (const reset of resets) next.delete(reset);
    if (value === "") next.delete(name);
    else next.set(name, value);
    router.replace(`${path}?${next}`, { scroll: false });
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label="Search in everything"
        placeholder="Search…"
        resets={resets}
        className="min-w-44 flex-1 phone:w-full"
      />
      <SearchField
        param="actor"
        label="Filter by who"
        placeholder="Who"
        resets={resets}
        className="w-36 phone:w-full"
      />
      <SearchField
        param="subject"
        label="Filter by what it was done to"
        placeholder="On"
        resets={resets}
        className="w-36 phone:w-full"
      />
      <div className="w-52 phone:w-full">
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
      <div className="w-36 phone:w-full">
        <Select
          aria-label="Door"
          value={search.get("door") ?? ""}
          onValueChange={(value) => change("door", value)}
          items={[{ value: "", label: "Every door" }, ...doors.map((door) => ({ value: door, label: door }))]}
        />
      </div>
      {(["from", "to"] as const).map((name) => (
        <div key={name} className="w-40 phone:w-full">
          <Input
            type="date"
            aria-label={name === "from" ? "From this day" : "Up to this day"}
            value={search.get(name) ?? ""}
            onChange={(event) => change(name, event.target.value)}
          />
        </div>
      ))}
    </div>
  );
}
