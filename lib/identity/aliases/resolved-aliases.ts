import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";

/** The same name however it is written. */
const plain = (text: SQL) => sql`nullif(btrim(lower(regexp_replace(${text}, '[^[:alnum:]]+', ' ', 'g'))), '')`;

/**
 * Names with whose they are, as `resolved`. Found anew each time: an address that is verified, an account that is linked or a member who
 * leaves counts at once, and nothing has to be kept up to date. `isWanted` narrows the names, as `a`.
 *
 * Proven is a name with the e-mail address of one member's account, or with a verified one, or the GitHub login, of an account that signs
 * them in. A name that could be two members' is nobody's. Names alike are a guess only, and what a catalog file says proves no right.
 */
export function resolvedAliases(orgId: string, isWanted: SQL = sql`true`): SQL {
  const org = sql`${orgId}::uuid`;
  return sql`
    members as (
      select p.id, p.name, lower(p.email) as email from memberships m join people p on p.id = m.person_id where m.org_id = ${org}),
    addresses as (
      select m.id as person_id, m.email from members m
      union select i.person_id, lower(i.email) from identities i join members m on m.id = i.person_id where i.is_email_verified and i.email is not null),
    accounts as (
      select i.person_id, lower(i.login) as login from identities i join members m on m.id = i.person_id
      where i.provider = 'github' and i.login is not null),
    wanted as materialized (select a.* from person_aliases a where a.org_id = ${org} and ${isWanted}),
    proofs as (
      select a.id, x.person_id, 1 as strength, 'same e-mail address' as kind, x.email as detail
        from wanted a cross join unnest(a.emails) e(email) join addresses x on x.email = e.email
      union all select a.id, x.person_id, 1, 'same GitHub login', x.login
        from wanted a cross join unnest(a.logins) l(login) join accounts x on x.login = l.login
      union all select a.id, m.id, 2, 'same name', m.name from wanted a join members m on ${plain(sql`m.name`)} = ${plain(sql`a.name`)}
      union all select a.id, x.person_id, 3, 'begins the e-mail address', x.email
        from wanted a join addresses x on split_part(x.email, '@', 1) = lower(a.value)),
    candidates as (
      select id, person_id, min(strength) as strength, jsonb_agg(distinct jsonb_build_object('kind', kind, 'detail', detail)) as evidence
      from (select p.*, min(strength) over (partition by id, person_id) as strongest from proofs p) p where strength = strongest
      group by id, person_id),
    best as (
      select c.*, row_number() over (partition by id order by strength, person_id) as place, count(*) over (partition by id, strength) as rivals
      from candidates c),
    resolved as (
      select a.id, a.kind, a.value, a.name, a.decided_by as "decidedBy", ${iso(sql`a.decided_at`)} as "decidedAt",
        case when a.decision = 'person' then 'confirmed' when a.decision = 'nobody' or a.is_bot then 'ignored'
          when b.strength = 1 then 'matched' when b.strength > 1 then 'suggested' else 'open' end as state,
        case when a.decision = 'person' then a.person_id when a.decision is null and not a.is_bot then b.person_id end as person_id,
        case when a.decision is not null then coalesce(a.evidence, '[]')
          when a.is_bot then jsonb_build_array(jsonb_build_object('kind', 'a bot''s name', 'detail', a.value))
          else coalesce(b.evidence, '[]') end as evidence
      from wanted a left join best b on b.id = a.id and b.place = 1 and b.rivals = 1)`;
}

/** The columns of `resolved` in the form of `Alias`; needs `resolved r`. */
export const aliasColumns = sql`
  r.id, r.kind, r.value, r.name, r.state, r.evidence, r."decidedBy", r."decidedAt",
  (select jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'isMember', exists (select 1 from members m where m.id = p.id))
    from people p where p.id = r.person_id) as person`;
