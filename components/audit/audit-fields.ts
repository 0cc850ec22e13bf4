import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import * as words from "#components/words/audit/audit-fields.ts";

const doors = [
  { value: "page", label: words.page },
  { value: "mutation", label: words.mutation },
  { value: "rest", label: words.rest },
  { value: "job", label: words.job },
  { value: "seed", label: words.seed },
];

/** What the audit log is narrowed by. Days are whole days in the organization's time zone, both included. */
export function auditFields(operations: string[]): FilterField[] {
  return [
    { id: "who", label: words.who, kind: "text", operators: [{ label: words.contains, param: "actor" }] },
    {
      id: "operation",
      label: words.operation,
      kind: "choice",
      options: operations.map((operation) => ({ value: operation, label: operation })),
      operators: [{ label: words.is, param: "operation" }],
    },
    { id: "on", label: words.on, kind: "text", operators: [{ label: words.contains, param: "subject" }] },
    { id: "door", label: words.door, kind: "choice", options: doors, operators: [{ label: words.is, param: "door" }] },
    {
      id: "day",
      label: words.day,
      kind: "day",
      operators: [
        { label: words.from, param: "from" },
        { label: words.upTo, param: "to" },
      ],
    },
  ];
}
