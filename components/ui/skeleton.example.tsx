import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

export default function Example() {
  return (
    <div className="grid max-w-[320px] grid-cols-[minmax(0,1fr)] gap-4">
      <div className="rounded-3 border border-line-2 bg-panel">
        <SkeletonRows rows={4} />
      </div>
      {/* Asked to be wider than its place, it is as wide as its place. */}
      <Skeleton width={640} height={30} />
    </div>
  );
}
