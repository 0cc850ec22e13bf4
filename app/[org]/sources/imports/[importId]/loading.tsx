import { Page } from "#components/patterns/page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

// The same heights as what comes, so that nothing moves.
export default function ImportReportLoading() {
  return (
    <>
      <TopBar items={[{ label: "Sources" }, { label: "Import report" }]} />
      <Page>
        <Skeleton height={50} width={520} />
        <Skeleton height={112} />
        <Skeleton height={480} />
      </Page>
    </>
  );
}
