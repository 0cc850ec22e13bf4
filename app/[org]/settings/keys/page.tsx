import { CreateKey } from "#components/identity/create-key.tsx";
import { RevokeKey } from "#components/identity/revoke-key.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { listKeys } from "#lib/identity/keys/list-keys.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { createKey, revokeKey } from "./mutations.ts";

export const metadata = { title: "API keys" };

export default async function KeysPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { items } = await orNotFound(listKeys.call(ctx, {}));
  const org = ctx.org.slug;
  const now = new Date().toISOString();
  return (
    <Section title="API keys" count={items.length} more={<CreateKey create={createKey.bind(null, org)} />}>
      <p className="text-text-2">
        A program sends its key as <code className="mono">Authorization: Bearer …</code>. What can be asked is in the{" "}
        <TextLink href={`/${org}/api-reference`} underline>
          API reference
        </TextLink>
        . A key never does more than its creator may at that moment.
      </p>
      <Panel>
        {items.length === 0 ? (
          <EmptyState size="panel" title="No key yet">
            Create one for your pipeline, so that it can report deployments.
          </EmptyState>
        ) : (
          <Table label="API keys">
            <TableHead>
              <TableHeader>Name</TableHeader>
              <TableHeader>Begins with</TableHeader>
              <TableHeader>Role</TableHeader>
              <TableHeader>Created by</TableHeader>
              <TableHeader>Last used</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader align="right">{""}</TableHeader>
            </TableHead>
            <TableBody>
              {items.map((key) => {
                const isValid = key.revokedAt === null && key.expiresAt > now;
                return (
                  <TableRow key={key.id}>
                    <TableCell strong>{key.name}</TableCell>
                    <TableCell>
                      <span className="mono">{key.prefix}…</span>
                    </TableCell>
                    <TableCell>{key.role}</TableCell>
                    <TableCell>{key.createdBy}</TableCell>
                    <TableCell>
                      {key.lastUsedAt === null ? "never" : <RelativeTime at={key.lastUsedAt} style="long" />}
                    </TableCell>
                    <TableCell>
                      {key.revokedAt !== null ? (
                        <Pill>revoked</Pill>
                      ) : isValid ? (
                        <Pill tone="ok">until {key.expiresAt.slice(0, 10)}</Pill>
                      ) : (
                        <Pill tone="warn">expired</Pill>
                      )}
                    </TableCell>
                    <TableCell align="right">
                      {isValid ? <RevokeKey name={key.name} revoke={revokeKey.bind(null, org, key.id)} /> : null}
                    </TableCell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        )}
      </Panel>
    </Section>
  );
}
