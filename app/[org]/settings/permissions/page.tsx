import { Section } from "#components/patterns/section.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { Table, TableBody, TableCell, TableGroupRow, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/pages/settings/permissions.ts";
import { permissionInWords, permissionsByNoun } from "#lib/kernel/permission-words.ts";
import { permissionTable, roles } from "#lib/kernel/permissions.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: words.roles };

const roleWords = { viewer: words.viewer, member: words.member, admin: words.admin } as const;

const sentences = [
  [words.viewers, words.seeEverythingButKeys],
  [words.members, words.alsoRunActionsImport],
  [words.admins, words.alsoManagePeopleTeamsKeys],
  [words.apiKeys, words.doWhatWasChosenWhen],
  [words.serviceAccounts, words.actThroughTheirKeysOnly],
  [words.teams, words.sayWhoWorksTogether],
  [words.catalogFiles, words.describePeopleAndGroupsThey],
] as const;

export default async function PermissionsPage({ params }: { params: Promise<{ org: string }> }) {
  await pageContext((await params).org);
  return (
    <>
      <Section title={words.whatEachRoleMayDo}>
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
      <Section title={words.permissionByPermission}>
        <Panel>
          <Table label={words.permissionsByRole}>
            <TableHead>
              <TableHeader>{words.may}</TableHeader>
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
                    {roles.map((role) => {
                      const isAllowed = roles.indexOf(role) >= roles.indexOf(lowestRole);
                      return (
                        <TableCell key={role} className={isAllowed ? "yes-mark" : "text-text-3"}>
                          {isAllowed ? words.allowed : words.no}
                        </TableCell>
                      );
                    })}
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
