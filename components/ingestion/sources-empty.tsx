import { WaysIn } from "#components/ingestion/ways-in.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";

/** No source yet: three ways in, or who may take them. */
export function SourcesEmpty({ org, mayImport }: { org: string; mayImport: boolean }) {
  return (
    <>
      <EmptyState size="page" title="No sources yet">
        {mayImport
          ? "Point Causeway at what you have. You see a dry run first, and every file is accounted for."
          : "Members and admins of this organization may import; ask one of them to point Causeway at what you have."}
      </EmptyState>
      {mayImport ? <WaysIn org={org} /> : null}
    </>
  );
}
