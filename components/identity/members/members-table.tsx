import type { ReactNode } from "react";
import { MemberButtons } from "#components/identity/members/member-buttons.tsx";
import { MemberRole } from "#components/identity/members/member-role.tsx";
import { buildTable, type ColumnDefinition, type SortDirection } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/identity/members/members-table.ts";
import type { Member, MemberSort } from "#lib/identity/members/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

export type MemberDeeds = {
  change: (personId: string, role: Role) => Promise<MutationResult>;
  remove: (personId: string) => Promise<MutationResult>;
  createPasswordLink: (personId: string) => Promise<MutationResult<{ link: string | null; isMailed: boolean }>>;
};
type Props = {
  org: string;
  members: Member[];
  /** The reader. */
  selfId: string | undefined;
  /** What the reader may do to members; null when nothing. */
  deeds: MemberDeeds | null;
  bulk: ReactNode;
  view: TableView;
  sort: { column: MemberSort; direction: SortDirection; hrefFor: (column: string, direction: SortDirection) => string };
  paging: TablePaging;
};

/** Members with their role, their teams and what an admin may do to them. */
export function MembersTable({ org, members, selfId, deeds, bulk, view, sort, paging }: Props) {
  const { columns, rows } = buildTable<Member>({
    columns: [...memberColumns(org, selfId, deeds), ...(deeds === null ? [] : [buttons(selfId, deeds)])],
    rows: members,
    rowId: (member) => member.personId,
    rowName: (member) => member.name,
    view,
    sort,
  });
  return (
    <DataTable
      framed
      label={words.members}
      columns={columns}
      rows={rows}
      rowHeight="tall"
      density={view.density}
      foot={{ hints: true }}
      paging={paging}
      selectionActions={bulk}
      empty={
        <EmptyState size="panel" title={words.nobodyMatches}>
          {words.theFilterLeavesNoMember}
        </EmptyState>
      }
    />
  );
}

/** The columns in their order. */
export function memberColumns(
  org: string,
  selfId: string | undefined,
  deeds: MemberDeeds | null,
): ColumnDefinition<Member>[] {
  return [
    {
      id: "name",
      header: words.name,
      sortable: true,
      cell: (member) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <Avatar name={member.name} size="lg" decorative />
          <span className="grid min-w-0">
            <span className="flex items-center gap-2 font-550">
              <span className="cut max-w-[240px] phone:max-w-[calc(100vw-240px)]">{member.name}</span>
              {member.personId === selfId ? <Pill>{words.you}</Pill> : null}
            </span>
            <span className="cut max-w-[260px] text-12 text-text-3 phone:max-w-[calc(100vw-220px)]">
              {member.email}
            </span>
          </span>
        </span>
      ),
    },
    {
      id: "role",
      header: words.role,
      sortable: true,
      cell: ({ personId, name, role }) =>
        deeds === null ? roleWords[role] : <MemberRole {...{ personId, name, role }} change={deeds.change} />,
    },
    {
      id: "teams",
      header: words.teams,
      wrap: true,
      phone: false,
      cell: (member) =>
        member.teams.length === 0 ? (
          <span className="text-text-3">{words.none}</span>
        ) : (
          member.teams.map(({ id, name }, index) => (
            <span key={id}>
              {index === 0 ? "" : ", "}
              <TextLink href={`/${org}/settings/teams/${id}`}>{name}</TextLink>
            </span>
          ))
        ),
    },
    {
      id: "joinedAt",
      header: words.joined,
      sortable: true,
      startsDescending: true,
      phone: false,
      cell: (member) => <RelativeTime at={member.joinedAt} style="long" className="text-text-2" />,
    },
  ];
}

const roleWords: Record<Role, string> = { viewer: words.viewer, member: words.member, admin: words.admin };

/** What members are narrowed by. */
export const memberFields: FilterField[] = [
  {
    id: "role",
    label: words.role,
    kind: "choice",
    options: Object.entries(roleWords).map(([value, label]) => ({ value, label })),
    operators: [{ label: words.is, param: "role" }],
  },
];

function buttons(selfId: string | undefined, deeds: MemberDeeds): ColumnDefinition<Member> {
  return {
    id: "buttons",
    header: words.whatCanBeDone,
    isHeaderHidden: true,
    isFixed: true,
    align: "end",
    cell: ({ personId, name }) => (
      <MemberButtons
        {...{ personId, name }}
        isSelf={personId === selfId}
        remove={deeds.remove}
        createPasswordLink={deeds.createPasswordLink}
      />
    ),
  };
}
