import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/many-pills.ts";

const mostPills = 40;

/** Short values side by side: the first as pills, further ones as one text that is opened. Thousands cost a page nothing. */
export function ManyPills({ values }: { values: string[] }) {
  return (
    <>
      {values.slice(0, mostPills).map((value) => (
        <Pill key={value}>{value}</Pill>
      ))}
      <MoreValues values={values.slice(mostPills)} />
    </>
  );
}

/** What is left of many values, closed until somebody wants it. */
export function MoreValues({ values }: { values: string[] }) {
  if (values.length === 0) return null;
  return (
    <details className="basis-full">
      <summary className="min-h-6 text-12 text-text-2">{words.more(values.length)}</summary>
      <p className="max-h-60 overflow-y-auto text-12 text-text-2">{values.join(", ")}</p>
    </details>
  );
}
