import { makeToken } from "#lib/kernel/tokens.ts";
import { ownerConnection } from "./fixtures.ts";

export type OwnOrg = { slug: string; session: string; key: string };

/**
 * An organization of one test's own with one admin, who is nobody in the sample data: what is done to it is seen by no other test. It is
 * created through the door, so that it has what a new organization starts with.
 * @param person name of its admin
 */
export async function makeOwnOrg(
  origin: string,
  names: { prefix: string; org?: string; person?: string },
): Promise<OwnOrg> {
  const slug = `${names.prefix}-${Date.now().toString(36)}`;
  const [session, key] = [makeToken("session"), makeToken("key")];
  const sql = ownerConnection();
  try {
    const [person] = await sql.begin(async (transaction) => {
      // Somebody has to be in an organization already to create another one.
      const [org] =
        await transaction`insert into orgs (slug, name) values (${`${slug}-before`}, 'Before') returning org_id`;
      const made = await transaction`insert into people (name, email)
        values (${names.person ?? "Own Admin"}, ${`${slug}@own.example`}) returning id`;
      await transaction`insert into memberships (org_id, person_id, role) values (${org?.["org_id"]}, ${made[0]?.["id"]}, 'admin')`;
      await transaction`insert into sessions (token_hash, person_id, expires_at)
        values (${session.hash}, ${made[0]?.["id"]}, now() + interval '1 hour')`;
      return made;
    });
    const answer = await fetch(`${origin}/api/v1/orgs?org=${slug}-before`, {
      method: "POST",
      headers: { cookie: `causeway-session=${session.token}`, origin, "content-type": "application/json" },
      body: JSON.stringify({ slug, name: names.org ?? "Own Organization" }),
    });
    if (!answer.ok) throw new Error(`POST /orgs: ${answer.status} ${await answer.text()}`);
    await sql`insert into api_keys (org_id, name, prefix, token_hash, role, created_by, expires_at)
      select org_id, 'own', ${key.prefix}, ${key.hash}, 'admin', ${person?.["id"]}, now() + interval '1 hour' from orgs where slug = ${slug}`;
  } finally {
    await sql.end();
  }
  return { slug, session: session.token, key: key.token };
}
