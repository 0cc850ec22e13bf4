import { buildTable } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import { EntityName } from "#components/patterns/entity-name.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Paving } from "#components/ui/paving.tsx";
import { TeamBadge } from "#components/ui/team-badge.tsx";

const names = ["None", "Bronze", "Silver", "Gold"];
const services = [
  { name: "payments-api", tier: 1, level: 2, updating: false, person: "Mateo Lindqvist", at: "41 min" },
  { name: "payouts", tier: 2, level: 2, updating: false, person: "Mateo Lindqvist", at: "3 h" },
  { name: "card-vault", tier: 2, level: 3, updating: false, person: "Ines Okafor", at: "1 d" },
  { name: "checkout-web", tier: 1, level: 1, updating: false, person: "Sofie Dahl", at: "2 d" },
  { name: "cart", tier: 2, level: 2, updating: true, person: "Ana Duarte", at: "7 d" },
];
const blocks = (levels: number[]) => (
  <Paving
    size="sm"
    label={levels.map((level) => names[level]).join(", ")}
    blocks={levels.map((level) => ({ state: "level", level }))}
  />
);

function Team({ name }: { name: string }) {
  return <TeamBadge name={name} withName />;
}

export default function Example() {
  const { columns, rows } = buildTable({
    rows: services,
    rowId: (service) => service.name,
    rowName: (service) => service.name,
    rowHref: () => "/dev/shelf",
    sort: {
      column: "name",
      direction: "ascending",
      hrefFor: (column, direction) => `/dev/shelf?sort=${column}.${direction}`,
    },
    columns: [
      {
        id: "name",
        header: "Service",
        sortable: true,
        cell: (service) => <EntityName name={service.name} href="/dev/shelf" />,
      },
      { id: "tier", header: "Tier", align: "end", sortable: true, cell: (service) => service.tier },
      {
        id: "ready",
        header: "Readiness",
        cell: (service) => (
          <Milestone level={service.level} name={names[service.level] ?? ""} updating={service.updating} />
        ),
      },
      { id: "person", header: "On call", phone: false, cell: (service) => <Avatar name={service.person} withName /> },
      { id: "at", header: "Deployed", align: "end", phone: false, cell: (service) => service.at },
    ],
  });
  const groups = [
    { id: "payments", label: <Team name="Payments" />, count: 3, paving: blocks([3, 2, 2]), rows: rows.slice(0, 3) },
    { id: "checkout", label: <Team name="Checkout" />, count: 2, paving: blocks([1, 0]), rows: rows.slice(3) },
  ];
  return (
    <DataTable
      label="Services"
      columns={columns}
      groups={groups}
      framed
      selectionActions={
        <Button size="sm" variant="ghost">
          Set tier
        </Button>
      }
      paging={{ total: 60, nextHref: "/dev/shelf?cursor=next" }}
      foot={{ hints: true, freshness: "Last change 12 s ago." }}
    />
  );
}
