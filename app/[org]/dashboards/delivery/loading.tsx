import { Page } from "#components/patterns/page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import * as words from "#components/words/pages/dashboards/delivery/loading.ts";

const tiles = ["lead", "frequency", "recovery", "failures", "rework"];

// The same heights as what comes, so that nothing moves.
export default function DeliveryLoading() {
  return (
    <>
      <TopBar items={[{ label: words.dashboards }, { label: words.delivery }]} />
      <Page>
        <Skeleton height={50} width={420} />
        <Skeleton height={30} width={640} />
        <div className="grid grid-cols-5 gap-2 pt-6 phone:grid-cols-1">
          {tiles.map((tile) => (
            <Skeleton key={tile} height={158} />
          ))}
        </div>
        <Skeleton height={336} />
      </Page>
    </>
  );
}
