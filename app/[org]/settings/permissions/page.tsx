import { Check } from "lucide-react";
import { Section } from "#components/patterns/section.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { Table, TableBody, TableCell, TableGroupRow, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { permissionInWords, permissionsByNoun } from "#lib/kernel/permission-words.ts";
import { permissionTable, roles } from "#lib/kernel/permissions.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: "Roles" };

const roleWords = { viewer: "Viewer", member: "Member", admin: "Admin" } as const;

const sentences = [
  ["Viewers", "see everything but keys and the audit log, and change nothing."],
  ["Members", "also run actions, import, and report deployments and incidents."],
  ["Admins", "also manage people, teams, keys, secrets, webhooks and the queue, and read the audit log."],
  ["API keys", "do what was chosen when they were made, and never more than their owner may at that moment."],
  ["Service accounts", "act through their keys only, up to their role. They can never make keys."],
  ["Teams", "say who works together, and sub-teams count for the teams above. Being in one permits nothing by itself."],
  ["Catalog files", "describe people and groups. They give nobody a role, an account or a place in a team."],
] as const;

export default async function PermissionsPage({ params }: { params: Promise<{ org: string }> }) {
  await pageContext((await params).org);
  return (
    <>
      <Section title="What each role may do">
        <Panel>
          <PanelBody>
            <dl className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-4 gap-y-2 phone:grid-cols-1 phone:gap-y-0.5">
              {sentences.map(([who, may]) => (
                <div key={who} className="contents">
                  <dt className="font-550">{who}</dt>
                  <dd className="text-text-2 phone:mb-2">{may}</dd>
                </div>
              ))}
            </dl>
          </PanelBody>
        </Panel>
      </Section>
      <Section title="Permission by permission">
        <Panel>
          <Table label="Permissions by role">
            <TableHead>
              <TableHeader>May</TableHeader>
              {roles.map((role) => (
                <TableHeader key={role}>{roleWords[role]}</TableHeader>
              ))}
            </TableHead>
            <TableBody>
              {permissionsByNoun(permissionTable()).flatMap(({ noun, items }) => [
                <TableGroupRow key={noun} columns={roles.length + 1}>
                  {noun}
                </TableGroupRow>,
                ...items.map(({ permission, lowestRole }) => (
                  <TableRow key={permission}>
                    <TableCell wrap>
                      {permissionInWords(permission)}
                      <span className="mono block text-11 text-text-3">{permission}</span>
                    </TableCell>
                    {roles.map((role) => (
                      <TableCell key={role}>
                        {roles.indexOf(role) >= roles.indexOf(lowestRole) ? (
                          <Check size={16} role="img" aria-label="allowed" />
                        ) : (
                          <span className="text-text-3">no</span>
                        )}
                      </TableCell>
                    ))}
                  </TableRow>
                )),
              ])}
            </TableBody>
          </Table>
        </Panel>
      </Section>
    </>
  );
}
