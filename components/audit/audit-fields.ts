import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";

const doors = [
  { value: "page", label: "page" },
  { value: "mutation", label: "mutation" },
  { value: "rest", label: "rest" },
  { value: "job", label: "job" },
  { value: "seed", label: "seed" },
];

/** What the audit log is narrowed by. Days are whole days in the organization's time zone, both included. */
export function auditFields(operations: string[]): FilterField[] {
  return [
    { id: "who", label: "Who", kind: "text", operators: [{ label: "contains", param: "actor" }] },
    {
      id: "operation",
      label: "Operation",
      kind: "choice",
      options: operations.map((operation) => ({ value: operation, label: operation })),
      operators: [{ label: "is", param: "operation" }],
    },
    { id: "on", label: "On", kind: "text", operators: [{ label: "contains", param: "subject" }] },
    { id: "door", label: "Door", kind: "choice", options: doors, operators: [{ label: "is", param: "door" }] },
    {
      id: "day",
      label: "Day",
      kind: "day",
      operators: [
        { label: "from", param: "from" },
        { label: "up to", param: "to" },
      ],
    },
  ];
}
