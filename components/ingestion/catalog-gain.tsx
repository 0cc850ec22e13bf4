import { BlueprintIcon } from "#components/catalog/blueprint-icon.tsx";
import { kindName } from "#components/catalog/kind-name.ts";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/ingestion/catalog-gain.ts";
import type { ImportPreview } from "#lib/ingestion/imports/schema.ts";

export type KnownKind = { identifier: string; pluralTitle: string; icon: string };
type Gain = ImportPreview["blueprints"][number];

/** What the catalog gains of each kind. */
export function CatalogGain({ gains, kinds }: { gains: Gain[]; kinds: KnownKind[] }) {
  return (
    <Panel title={words.catalogAfterImport}>
      <List label={words.catalogAfterImport}>
        {gains.map((gain) => {
          const kind = kinds.find((candidate) => candidate.identifier === gain.blueprint);
          return (
            <ListItem
              key={gain.blueprint}
              tight
              leading={<BlueprintIcon icon={kind?.icon ?? "box"} />}
              title={kind?.pluralTitle ?? words.newKind(kindName({ blueprint: gain.blueprint, type: null }))}
              meta={<GainCounts gain={gain} />}
            />
          );
        })}
        <ListItem
          tight
          title={<span className="text-text-2">{words.removed}</span>}
          meta={<span className="numeric text-text-3">0</span>}
        />
      </List>
      <p className="border-t border-line px-4 py-2 text-12 text-text-3">{words.anImportNeverRemovesWhat}</p>
    </Panel>
  );
}

function GainCounts({ gain: { created, changed, unchanged } }: { gain: Gain }) {
  return (
    <span className="numeric flex items-center justify-end gap-2.5 text-13">
      {created > 0 ? (
        <span className="text-ok-text">
          +{created}
          <span className="sr-only"> {words.newLabel}</span>
        </span>
      ) : null}
      {changed > 0 ? (
        <span className="text-text-2">
          ~{changed}
          <span className="sr-only"> {words.changed}</span>
        </span>
      ) : null}
      {created + changed === 0 ? (
        <span className="text-text-3">
          {unchanged}
          <span> {words.same}</span>
        </span>
      ) : null}
    </span>
  );
}
