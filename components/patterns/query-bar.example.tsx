import { QueryBar } from "#components/patterns/query-bar.tsx";

export default function Example() {
  return (
    <div className="grid gap-2">
      <QueryBar
        value="domain in Money, Commerce and tier in 1, 2"
        matches={{ count: 21, total: 60 }}
        fields={["domain", "tier"]}
      />
      <QueryBar value="tier === 1" error="There is no operator ===. Use = to compare." />
    </div>
  );
}
