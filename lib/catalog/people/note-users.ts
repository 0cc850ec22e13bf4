import { sql } from "drizzle-orm";
import { noteAliases } from "#lib/identity/aliases/note-aliases.ts";
import type { SeenAlias } from "#lib/identity/aliases/schema.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";

type User = { identifier: string; title: string; emails: string[]; logins: string[] };

/** Users of the catalog are names of people: kept, so that it can be said whose they are. Nobody gets a right by being named in a file. */
export const noteUsers: InlineSubscriber = {
  topic: "entity.changed",
  name: "catalog.note-users",
  async run({ ctx, tx, events }) {
    const ids = events.flatMap((event) => (event.detail as { entityIds?: string[] } | undefined)?.entityIds ?? []);
    if (ids.length === 0) return;
    const users = await tx.execute<User>(sql`
      select e.identifier, e.title,
        array_remove(array[e.properties ->> 'email', e.properties -> 'profile' ->> 'email'], null) as emails,
        array_remove(array[e.annotations ->> 'github.com/user-login'], null) as logins
      from entities e where e.org_id = ${ctx.org.id}::uuid and e.id = any(${sql.param([...new Set(ids)])}::uuid[]) and e.blueprint = 'user'`);
    const seen = [...users].map(
      ({ identifier, title, emails, logins }): SeenAlias => ({
        kind: "catalog-user",
        value: identifier,
        name: title,
        emails: [...new Set(emails.map((email) => email.toLowerCase()))],
        logins,
      }),
    );
    await noteAliases(tx, ctx.org.id, seen);
  },
};
