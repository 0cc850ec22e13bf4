import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";

export default function Example() {
  return (
    <FilterBar
      label="Search the entries"
      placeholder="Search, or who:name"
      matches={{ count: 1204, total: 8000 }}
      fields={[
        { id: "who", label: "Who", kind: "text", operators: [{ label: "contains", param: "actor" }] },
        {
          id: "door",
          label: "Door",
          kind: "choice",
          options: [
            { value: "rest", label: "REST" },
            { value: "page", label: "Page" },
          ],
          operators: [{ label: "is", param: "door" }],
        },
        {
          id: "day",
          label: "Day",
          kind: "day",
          operators: [
            { label: "from", param: "from" },
            { label: "up to", param: "to" },
          ],
        },
      ]}
    />
  );
}
