import { Page } from "#components/patterns/page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

export default function CatalogLoading() {
  return (
    <>
      <TopBar items={[{ label: "Catalog" }]} />
      <Page flush>
        <div className="flex gap-6 px-6 pt-5 pb-4 phone:p-4">
          <Skeleton width={86} height={26} />
          <Skeleton width={420} height={28} />
        </div>
        <div className="px-6 pb-4 phone:px-4">
          <Skeleton height={36} />
        </div>
        <div className="border-t border-line pl-[220px] phone:pl-0">
          <SkeletonRows rows={18} rowHeight={36} />
        </div>
      </Page>
    </>
  );
}
