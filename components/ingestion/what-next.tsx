import { FileText, LayoutGrid, ShieldCheck } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/ingestion/what-next.ts";

/** Where to go from an import. */
export function WhatNext({ org, importId }: { org: string; importId: string }) {
  return (
    <Panel title={words.whatNext}>
      <List label={words.whatNext}>
        <ListItem
          leading={<LayoutGrid aria-hidden />}
          title={words.openTheCatalog}
          description={words.openTheCatalogDescription}
          href={`/${org}/catalog`}
        />
        <ListItem
          leading={<ShieldCheck aria-hidden />}
          title={words.seeHowItScores}
          description={words.seeHowDescription}
          href={`/${org}/scorecards`}
        />
        <ListItem
          leading={<FileText aria-hidden />}
          title={words.fullReport}
          description={words.staysAtItsAddress}
          href={`/${org}/sources/imports/${importId}`}
        />
      </List>
    </Panel>
  );
}
