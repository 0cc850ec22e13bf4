import { WaysIn } from "#components/ingestion/ways-in.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/catalog/catalog-empty.ts";

/** The catalog of a new organization: three ways in, and the exact command for a terminal. */
export function CatalogEmpty({ org, origin, mayImport }: { org: string; origin: string; mayImport: boolean }) {
  const command = importCommand(origin);
  return (
    <>
      <EmptyState size="page" title={words.nothingInTheCatalogYet}>
        {mayImport ? words.pointCausewayAtWhatYou : words.somebodyWhoMayImportHas}
      </EmptyState>
      {mayImport ? (
        <div className="mx-auto grid w-full max-w-[780px] gap-5">
          <WaysIn org={org} />
          <Panel className="flex items-center gap-3 bg-sunken py-2 pr-2 pl-4 phone:flex-wrap">
            <span className="flex-none text-12 text-text-3">{words.orFromATerminal}</span>
            <code className="mono min-w-0 flex-1 text-12 [overflow-wrap:anywhere]">{command}</code>
            <CopyButton text={command} label={words.copyTheCommand} />
          </Panel>
          <p className="text-12 text-text-3">{words.theCommandNeedsAnApi}</p>
        </div>
      ) : null}
    </>
  );
}

function importCommand(origin: string): string {
  const body = '{"source": {"kind": "git", "url": "https://git.example.com/catalog.git"}}';
  return `curl -X POST ${origin}/api/v1/catalog/imports -H "Authorization: Bearer $CAUSEWAY_KEY" -H "Content-Type: application/json" -d '${body}'`;
}
