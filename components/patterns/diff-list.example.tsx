import { DiffList } from "#components/patterns/diff-list.tsx";

export default function Example() {
  return (
    <div className="max-w-[340px]">
      <DiffList
        label="Changes"
        lines={[
          { kind: "same", text: "owner: payments" },
          { kind: "remove", text: "tier: 2" },
          { kind: "add", text: "tier: 1" },
        ]}
      />
    </div>
  );
}
