import { makeToken } from "#lib/kernel/tokens.ts";
import { ownerConnection } from "../fixtures.ts";
import { type ObjectKind, objectKinds } from "./matrix-objects.ts";

export type Caller =
  | "anonymous"
  | "viewer"
  | "member"
  | "admin"
  | "stranger"
  | "viewer key"
  | "key without scope"
  | "foreign key"
  | "expired key"
  | "revoked session";

export const people: Caller[] = ["anonymous", "viewer", "member", "admin", "stranger", "revoked session"];
export const everybody: Caller[] = [...people, "viewer key", "key without scope", "foreign key", "expired key"];

export type MatrixWorld = {
  headersOf: Record<Caller, Record<string, string>>;
  objects: Record<ObjectKind, { own: string | null; foreign: string; missing: string }>;
};

/** Callers of every kind, and one thing of every kind in the other organization. Made by rows where that is
 * simple: what a door makes is at least not judged by the same door. */
export async function makeWorld(origin: string): Promise<MatrixWorld> {
  const sql = ownerConnection();
  const session = async (email: string, isRevoked = false) => {
    const { token, hash } = makeToken("session");
    await sql`insert into sessions (token_hash, person_id, expires_at, revoked_at)
      select ${hash}, id, now() + interval '1 hour', ${isRevoked ? new Date() : null} from people where lower(email) = ${email}`;
    return { cookie: `causeway-session=${token}` };
  };
  const key = async (email: string, role: string, expiresAt: Date, scopes: string[] | null = null) => {
    const { token, hash, prefix } = makeToken("key");
    await sql`insert into api_keys (org_id, name, prefix, token_hash, role, scopes, created_by, expires_at)
      select m.org_id, 'matrix', ${prefix}, ${hash}, ${role}, ${scopes}, m.person_id, ${expiresAt} from memberships m join people p on p.id = m.person_id
      join orgs o on o.org_id = m.org_id where lower(p.email) = ${email} and o.slug in ('harbourline', 'northwind-labs')`;
    return { authorization: `Bearer ${token}` };
  };
  try {
    const later = new Date(Date.now() + 3_600_000);
    const headersOf = {
      anonymous: {},
      viewer: await session("nora@harbourline.example"),
      member: await session("mateo@harbourline.example"),
      admin: await session("ines@harbourline.example"),
      stranger: await session("lea@northwind.example"),
      "revoked session": await session("ines@harbourline.example", true),
      "viewer key": await key("ines@harbourline.example", "viewer", later),
      // A scope that no door asks for.
      "key without scope": await key("ines@harbourline.example", "admin", later, ["nothing:do"]),
      "foreign key": await key("lea@northwind.example", "admin", later),
      "expired key": await key("ines@harbourline.example", "admin", new Date(Date.now() - 1000)),
    };
    const found = async (slug: string) => {
      const [row] = await sql<Record<string, string | null>[]>`
        select (select min(id::text) from api_keys k where k.org_id = o.org_id) as key,
          (select min(m.person_id::text) from memberships m where m.org_id = o.org_id and not exists (
            select 1 from memberships x where x.person_id = m.person_id and x.org_id <> o.org_id)) as member,
          (select min(s.id::text) from sessions s join memberships m on m.person_id = s.person_id where m.org_id = o.org_id and s.revoked_at is null) as session,
          (select min(id::text) from service_accounts a where a.org_id = o.org_id) as "serviceAccount",
          (select min(id::text) from saved_views v where v.org_id = o.org_id and v.audience = 'org' and v.deleted_at is null) as view,
          (select min(id::text) from teams t where t.org_id = o.org_id) as team,
          (select min(id::text) from invitations v where v.org_id = o.org_id) as invitation,
          (select min(i.id::text) from identities i join memberships m on m.person_id = i.person_id where m.org_id = o.org_id) as identity,
          (select min(id::text) from imports i where i.org_id = o.org_id) as import,
          (select min(id::text) from sources s where s.org_id = o.org_id) as source,
          (select min(id::text) from secrets s where s.org_id = o.org_id) as secret,
          (select min(id::text) from webhooks w where w.org_id = o.org_id) as webhook,
          (select min(id::text) from webhook_deliveries d where d.org_id = o.org_id) as delivery,
          (select min(id)::text from graphile_worker._private_jobs j where j.payload ->> 'orgId' = o.org_id::text and j.run_at > now() + interval '1 day') as job,
          (select max(number)::text from runs r where r.org_id = o.org_id) as run,
          (select max(name) from repositories r where r.org_id = o.org_id) as repository
        from orgs o where slug = ${slug}`;
      return row ?? {};
    };
    await sql`insert into teams (org_id, name) select org_id, 'Matrix ' || slug from orgs on conflict do nothing`;
    await sql`insert into saved_views (org_id, list, name, audience, state, created_by_name) select org_id, 'catalog', 'Matrix', 'org', '{}', 'Matrix' from orgs on conflict do nothing`;
    await sql`insert into service_accounts (org_id, name, role) select org_id, 'matrix ' || slug, 'viewer' from orgs on conflict do nothing`;
    await makeForeignThings(origin, headersOf["foreign key"]);
    await makeForeignRows(sql);
    const [own, foreign] = [await found("harbourline"), await found("northwind-labs")];
    const named: Partial<Record<ObjectKind, string>> = { entity: "component/telemetry" };
    const objects = Object.fromEntries(
      Object.entries(objectKinds).map(([kind, declared]) => [
        kind,
        {
          // A session of one's own would end with the test.
          own: kind === "session" ? null : (("own" in declared ? declared.own : null) ?? own[kind] ?? null),
          foreign: named[kind as ObjectKind] ?? foreignOf(kind, declared, foreign),
          missing: declared.missing,
        },
      ]),
    ) as MatrixWorld["objects"];
    return { headersOf, objects };
  } finally {
    await sql.end();
  }
}

function foreignOf(kind: string, declared: { missing: string }, foreign: Record<string, string | null>): string {
  const found = foreign[kind] ?? null;
  if (found !== null) return found;
  if ("isEverywhere" in declared) return declared.missing;
  throw new Error(`The other organization has no ${kind}: make one, or the matrix proves nothing about it`);
}

/** What the other organization's doors would take long to make. Numbers and names are counted per organization: these are ones that only
 * the other one has. The job is for the day after tomorrow, so that no worker takes it away. */
async function makeForeignRows(sql: ReturnType<typeof ownerConnection>): Promise<void> {
  await sql`insert into runs (org_id, number, action_id, title, status, inputs, started_by_kind, started_by_name, finished_at)
    select o.org_id, 900001, a.id, 'Of the other organization', 'succeeded', '{}', 'person', 'Lea', now()
    from orgs o join actions a on a.org_id = o.org_id and a.identifier = 'create-service' where o.slug = 'northwind-labs' on conflict do nothing`;
  await sql`insert into repositories (org_id, name) select org_id, 'only-of-the-other-organization' from orgs where slug = 'northwind-labs' on conflict do nothing`;
  await sql`insert into webhook_deliveries (org_id, webhook_id, message_id, headers, body, state, finished_at)
    select w.org_id, w.id, 'matrix', '{}', '{}'::bytea, 'processed', now() from webhooks w join orgs o on o.org_id = w.org_id where o.slug = 'northwind-labs' limit 1 on conflict do nothing`;
  await sql`insert into invitations (org_id, email, role, token_hash, invited_by_name, expires_at)
    select org_id, 'matrix@northwind.example', 'viewer', ${makeToken("link").hash}, 'Lea', now() + interval '1 day' from orgs where slug = 'northwind-labs' on conflict do nothing`;
  await sql`insert into identities (person_id, provider, issuer, subject)
    select id, 'github', 'https://github.com', 'matrix' from people where email = 'lea@northwind.example' on conflict do nothing`;
  await sql.begin(async (transaction) => {
    await transaction`select set_config('app.org', org_id::text, true) from orgs where slug = 'northwind-labs'`;
    await transaction`select graphile_worker.enqueue_job('webhook.process', '{}', 'matrix', now() + interval '2 days')`;
  });
}

/** A webhook with its secret, and an import. */
async function makeForeignThings(origin: string, headers: Record<string, string>): Promise<void> {
  const source = {
    kind: "paste",
    text: "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: matrix }\nspec: { type: team, children: [] }",
  };
  for (const [path, body] of [
    ["/webhooks", { name: `matrix ${Date.now()}` }],
    ["/catalog/imports", { source }],
  ] as const) {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  }
}
