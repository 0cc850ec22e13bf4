import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

const panel = "rounded-3 border border-line-2 bg-panel";

export default function Loading() {
  return (
    <div className="grid max-w-[1480px] gap-6 p-6 phone:p-4">
      <div className="grid gap-2">
        <Skeleton width={260} height={20} />
        <Skeleton width={420} />
      </div>
      <div className="grid gap-4 wide:grid-cols-[372px_minmax(0,1fr)]">
        <div className={`h-[322px] ${panel}`} />
        <div className={`h-[322px] ${panel}`} />
      </div>
      <div className={panel}>
        <SkeletonRows rows={8} />
      </div>
    </div>
  );
}
