import { makeToken } from "#lib/kernel/tokens.ts";
import { ownerConnection } from "../fixtures.ts";
import { type ObjectKind, objectKinds } from "./matrix-table.ts";

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
      where lower(p.email) = ${email}`;
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
      "key without scope": await key("ines@harbourline.example", "admin", later, ["org:read"]),
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
          (select min(id::text) from imports i where i.org_id = o.org_id) as import,
          (select min(id::text) from secrets s where s.org_id = o.org_id) as secret,
          (select min(id::text) from webhooks w where w.org_id = o.org_id) as webhook,
          (select min(number)::text from runs r where r.org_id = o.org_id) as run,
          (select min(name) from repositories r where r.org_id = o.org_id) as repository
        from orgs o where slug = ${slug}`;
      return row ?? {};
    };
    await sql`insert into service_accounts (org_id, name, role) select org_id, 'matrix ' || slug, 'viewer' from orgs on conflict do nothing`;
    await makeForeignThings(origin, headersOf["foreign key"]);
    const [own, foreign] = [await found("harbourline"), await found("northwind-labs")];
    const named: Partial<Record<ObjectKind, string>> = { entity: "component/telemetry" };
    const objects = Object.fromEntries(
      Object.entries(objectKinds).map(([kind, declared]) => [
        kind,
        {
          // A session of one's own would end with the test.
          own: kind === "session" ? null : (("own" in declared ? declared.own : null) ?? own[kind] ?? null),
          foreign: named[kind as ObjectKind] ?? foreignOf(kind, foreign) ?? declared.missing,
          missing: declared.missing,
        },
      ]),
    ) as MatrixWorld["objects"];
    return { headersOf, objects };
  } finally {
    await sql.end();
  }
}

// Numbers and names of runs and repositories are counted per organization: the other one's is here a thing of ours, or nothing.
function foreignOf(kind: string, foreign: Record<string, string | null>): string | null {
  return kind === "run" || kind === "repository" ? null : (foreign[kind] ?? null);
}

/** A webhook with its secret, and an import. */
async function makeForeignThings(origin: string, headers: Record<string, string>): Promise<void> {
  const source = { kind: "paste", text: "" };
  for (const [path, body] of [
    ["/webhooks", { name: `matrix ${Date.now()}` }],
    ["/catalog/imports", { source }],
  ] as const) {
    await fetch(`${origin}/api/v1${path}`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }
}
