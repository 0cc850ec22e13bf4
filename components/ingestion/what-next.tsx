import { FileText, LayoutGrid, ShieldCheck } from "lucide-react";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";

/** Where to go from an import. */
export function WhatNext({ org, importId }: { org: string; importId: string }) {
  return (
    <Panel title="What next">
      <List label="What next">
        <ListItem
          leading={<LayoutGrid aria-hidden />}
          title="Open the catalog"
          description="what was imported is in it"
          href={`/${org}/catalog`}
        />
        <ListItem
          leading={<ShieldCheck aria-hidden />}
          title="See how it scores"
          description="scores are up to date"
          href={`/${org}/scorecards`}
        />
        <ListItem
          leading={<FileText aria-hidden />}
          title="Full report"
          description="stays at its address"
          href={`/${org}/sources/imports/${importId}`}
        />
      </List>
    </Panel>
  );
}
