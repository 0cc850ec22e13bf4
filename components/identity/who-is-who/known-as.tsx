import { aliasPlace, evidenceText } from "#components/identity/who-is-who/alias-words.ts";
import { Section } from "#components/patterns/section.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/identity/who-is-who/known-as.ts";
import type { Alias } from "#lib/identity/aliases/schema.ts";

/** The names that are the person's own elsewhere, on the page of their account. */
export function KnownAs({ org, aliases, total }: { org: string; aliases: Alias[]; total: number }) {
  return (
    <Section
      title={words.knownAs}
      count={total}
      more={<TextLink href={`/${org}/settings/who-is-who`}>{words.whoIsWho}</TextLink>}
    >
      {aliases.length === 0 ? (
        <Panel>
          <PanelBody className="text-text-3">{words.noPersonInTheCatalog}</PanelBody>
        </Panel>
      ) : (
        <List label={words.knownAs} framed>
          {aliases.map((alias) => (
            <ListItem
              key={alias.id}
              leading={<Avatar name={alias.name ?? alias.value} size="lg" decorative />}
              title={
                <>
                  {alias.name ?? alias.value} <span className="text-12 text-text-3">{aliasPlace(alias)}</span>
                </>
              }
              description={alias.decidedBy === null ? evidenceText(alias.evidence) : words.saidBy(alias.decidedBy)}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

/** Whom a person of the catalog is, on their page there. */
export function PersonOfUser({ org, alias }: { org: string; alias: Alias | null }) {
  const person = alias?.person ?? null;
  const why = alias === null ? "" : evidenceText(alias.evidence);
  return (
    <Panel title={words.whoThisIs} padded>
      {alias === null || person === null || alias.state === "suggested" ? (
        <p className="text-text-2">
          {person === null ? words.noMemberOfTheOrganization : words.mayBe(person.name, why)}
        </p>
      ) : (
        <>
          <p className="flex flex-wrap items-center gap-2">
            <Avatar name={person.name} withName />
            {person.isMember ? <Pill tone="ok">{words.member}</Pill> : <Pill>{words.noMemberAnyMore}</Pill>}
          </p>
          <p className="mt-1.5 text-12 text-text-3 [overflow-wrap:anywhere]">
            {alias.decidedBy === null ? why : words.saidByWithReason(alias.decidedBy, why === "" ? "" : `; ${why}`)}
          </p>
        </>
      )}
      <p className="mt-2 text-12">
        <TextLink
          href={`/${org}/settings/who-is-who?state=${alias?.state ?? "open"}&text=${encodeURIComponent(alias?.value ?? "")}`}
        >
          {words.whoIsWho}
        </TextLink>
      </p>
    </Panel>
  );
}
