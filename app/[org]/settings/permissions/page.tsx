import { PermissionTable } from "#components/identity/permission-table.tsx";
import { Section } from "#components/patterns/section.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import * as words from "#components/words/pages/settings/permissions.ts";
import { permissionInWords, permissionsByNoun } from "#lib/kernel/permission-words.ts";
import { permissionTable, roles } from "#lib/kernel/permissions.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: words.roles };

const groups = permissionsByNoun(permissionTable()).map(({ noun, items }) => ({
  noun,
  items: items.map((item) => ({ ...item, text: permissionInWords(item.permission) })),
}));

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
          <PermissionTable roles={roles} groups={groups} />
        </Panel>
      </Section>
    </>
  );
}
