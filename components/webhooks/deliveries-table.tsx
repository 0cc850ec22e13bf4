import { buildTable, type ColumnDefinition } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { ReplayDelivery } from "#components/webhooks/replay-delivery.tsx";
import * as words from "#components/words/webhooks/deliveries-table.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Delivery } from "#lib/webhooks/endpoints/schema.ts";

type Props = {
  deliveries: Delivery[];
  /** The address of the page. */
  base: string;
  /** The one that is shown raw. */
  currentId: string | undefined;
  view: TableView;
  paging: TablePaging;
  isFiltered: boolean;
  /** Null for who may not. */
  replayOf: ((id: string) => () => Promise<MutationResult>) | null;
};

const tones = { waiting: "note", processed: "ok", failed: "bad" } as const;

/** What a webhook was sent, newest first. */
export function DeliveriesTable({ deliveries, base, currentId, view, paging, isFiltered, replayOf }: Props) {
  const { columns, rows } = buildTable<Delivery>({
    columns: [
      ...deliveryColumns(base, currentId),
      {
        id: "buttons",
        header: words.whatCanBeDone,
        isHeaderHidden: true,
        isFixed: true,
        align: "end",
        cell: ({ id, state }) =>
          state === "waiting" || replayOf === null ? null : <ReplayDelivery replay={replayOf(id)} />,
      },
    ],
    rows: deliveries,
    rowId: (delivery) => delivery.id,
    rowName: (delivery) => delivery.messageId,
    rowHref: (delivery) => `${base}?delivery=${delivery.id}`,
    view,
  });
  return (
    <DataTable
      framed
      label={words.deliveries}
      columns={columns}
      rows={rows}
      density={view.density}
      foot={{ hints: true }}
      paging={paging}
      empty={
        isFiltered ? (
          <EmptyState size="panel" title={words.noDeliveryMatches}>
            {words.theFilterAboveLeavesNone}
          </EmptyState>
        ) : (
          <EmptyState size="panel" title={words.nothingWasDeliveredYet}>
            {words.nothingWasDeliveredYetText}
          </EmptyState>
        )
      }
    />
  );
}

/** The columns in their order. */
export function deliveryColumns(base: string, currentId?: string): ColumnDefinition<Delivery>[] {
  return [
    {
      id: "message",
      header: words.message,
      wrap: true,
      cell: (delivery) => (
        <TextLink href={`${base}?delivery=${delivery.id}`} className={delivery.id === currentId ? "font-550" : ""}>
          <span className="mono block min-w-32">{delivery.messageId}</span>
        </TextLink>
      ),
    },
    {
      id: "received",
      header: words.received,
      phone: false,
      cell: (delivery) => <RelativeTime at={delivery.receivedAt} style="long" />,
    },
    { id: "type", header: words.type, phone: false, cell: (delivery) => delivery.type ?? "unknown" },
    {
      id: "attempts",
      header: words.attempts,
      align: "end",
      isExtra: true,
      phone: false,
      cell: ({ attempts }) => attempts,
    },
    {
      id: "state",
      header: words.state,
      wrap: true,
      cell: ({ state, problem }) => (
        <>
          <Pill tone={tones[state]}>{state}</Pill> {problem?.message}
        </>
      ),
    },
  ];
}

/** What deliveries are narrowed by. */
export const deliveryFields: FilterField[] = [
  {
    id: "state",
    label: words.state,
    kind: "choice",
    options: Object.keys(tones).map((state) => ({ value: state, label: state })),
    operators: [{ label: words.is, param: "state" }],
  },
];
