import { Page } from "#components/patterns/page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import * as words from "#components/words/pages/sources/imports/import/loading.ts";

// The same heights as what comes, so that nothing moves.
export default function ImportReportLoading() {
  return (
    <>
      <TopBar items={[{ label: words.sources }, { label: words.importReport }]} />
      <Page>
        <Skeleton height={50} width={520} />
        <Skeleton height={112} />
        <Skeleton height={480} />
      </Page>
    </>
  );
}
