import { Button } from "#components/ui/button.tsx";
import { Download } from "#components/ui/icons.tsx";
import * as words from "#components/words/audit/audit-export.ts";

const forms = [
  { format: "csv", label: words.csv },
  { format: "jsonl", label: words.jsonLines },
  { format: "chain", label: words.wholeChain },
];

/** Downloads of exactly what is filtered, and of the chain for checking it elsewhere. A form each: exporting is written down. */
export function AuditExport({ org, filter }: { org: string; filter: Record<string, string> }) {
  return (
    <>
      {forms.map(({ format, label }) => (
        <form
          key={format}
          method="post"
          action={`/api/audit/${org}/export?${new URLSearchParams({ ...(format === "chain" ? {} : filter), format })}`}
        >
          <Button type="submit" icon={<Download aria-hidden />} className="phone:w-full">
            {label}
          </Button>
        </form>
      ))}
    </>
  );
}
