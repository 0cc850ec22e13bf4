import { BlueprintIcon } from "#components/catalog/blueprint-icon.tsx";
import { kindName } from "#components/catalog/kind-name.ts";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ImportPreview } from "#lib/ingestion/imports/schema.ts";

export type KnownKind = { identifier: string; pluralTitle: string; icon: string };
type Gain = ImportPreview["blueprints"][number];

/** What the catalog gains of each kind. */
export function CatalogGain({ gains, kinds }: { gains: Gain[]; kinds: KnownKind[] }) {
  return (
    <Panel title="Catalog after import">
      <List label="Catalog after import">
        {gains.map((gain) => {
          const kind = kinds.find((candidate) => candidate.identifier === gain.blueprint);
          return (
            <ListItem
              key={gain.blueprint}
              tight
              leading={<BlueprintIcon icon={kind?.icon ?? "box"} />}
              title={kind?.pluralTitle ?? `${kindName({ blueprint: gain.blueprint, type: null })} (new kind)`}
              meta={<GainCounts gain={gain} />}
            />
          );
        })}
        <ListItem
          tight
          title={<span className="text-text-2">Removed</span>}
          meta={<span className="numeric text-text-3">0</span>}
        />
      </List>
      <p className="border-t border-line px-4 py-2 text-12 text-text-3">
        An import never removes: what the source does not name any more stays as it is.
      </p>
    </Panel>
  );
}

function GainCounts({ gain: { created, changed, unchanged } }: { gain: Gain }) {
  return (
    <span className="numeric flex items-center justify-end gap-2.5 text-13">
      {created > 0 ? (
        <span className="text-ok-text">
          +{created}
          <span className="sr-only"> new</span>
        </span>
      ) : null}
      {changed > 0 ? (
        <span className="text-text-2">
          ~{changed}
          <span className="sr-only"> changed</span>
        </span>
      ) : null}
      {created + changed === 0 ? (
        <span className="text-text-3">
          {unchanged}
          <span> same</span>
        </span>
      ) : null}
    </span>
  );
}
