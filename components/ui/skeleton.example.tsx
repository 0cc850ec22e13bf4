import { SkeletonRows } from "#components/ui/skeleton.tsx";

export default function Example() {
  return (
    <div className="max-w-[320px] rounded-3 border border-line-2 bg-panel">
      <SkeletonRows rows={4} />
    </div>
  );
}
