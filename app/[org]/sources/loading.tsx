import { Page } from "#components/patterns/page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import * as words from "#components/words/pages/sources/loading.ts";

// The same heights as what comes, so that nothing moves.
export default function SourcesLoading() {
  return (
    <>
      <TopBar items={[{ label: words.sources }]} />
      <Page>
        <Skeleton height={50} width={420} />
        <Skeleton height={240} />
        <Skeleton height={300} />
      </Page>
    </>
  );
}
