import { WaysIn } from "#components/ingestion/ways-in.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import * as words from "#components/words/ingestion/sources-empty.ts";

/** No source yet: three ways in, or who may take them. */
export function SourcesEmpty({ org, mayImport }: { org: string; mayImport: boolean }) {
  return (
    <>
      <EmptyState size="page" title={words.noSourcesYet}>
        {mayImport ? words.pointCausewayAtWhatYou : words.membersAndAdmins}
      </EmptyState>
      {mayImport ? <WaysIn org={org} /> : null}
    </>
  );
}
