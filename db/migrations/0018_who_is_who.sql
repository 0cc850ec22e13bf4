-- Names under which people are seen elsewhere: users of the catalog, authors of changes. Whose a name is is not stored but found when it is
-- asked for, from e-mail addresses and accounts as they are at that moment; only what somebody decided is kept.
create table person_aliases (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('catalog-user', 'author')),
  -- As it is written where it was seen: the identifier of the user, the author's name.
  value text not null check (length(value) between 1 and 300),
  name text check (length(name) <= 300),
  -- In lower case.
  emails text[] not null default '{}',
  logins text[] not null default '{}',
  is_bot boolean not null default false,
  first_seen_at timestamptz not null default now(),
  decision text check (decision in ('person', 'nobody')),
  person_id uuid references people,
  evidence jsonb,
  decided_by text,
  decided_at timestamptz,
  primary key (org_id, id),
  unique (org_id, kind, value),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check ((decision is not distinct from 'person') = (person_id is not null))
);
call protect_tenant_table('person_aliases');

-- What was seen before there was this table.
do $$
declare org uuid;
begin
  for org in select o.org_id from orgs o loop
    perform set_config('app.org', org::text, true);
    insert into person_aliases (org_id, kind, value, name, emails, logins)
      select e.org_id, 'catalog-user', e.identifier, left(e.title, 300),
        array(select distinct lower(m) from unnest(array[e.properties ->> 'email', e.properties -> 'profile' ->> 'email']) m where m is not null),
        array(select lower(l) from unnest(array[e.annotations ->> 'github.com/user-login']) l where l is not null)
      from entities e where e.org_id = org and e.blueprint = 'user' and not e.is_archived
      on conflict do nothing;
    insert into person_aliases (org_id, kind, value, name, emails, logins, is_bot)
      select org, 'author', s.author, s.author, case when s.author like '%_@_%' and s.author !~ '[\s<>]' then array[lower(s.author)] else '{}' end,
        case when s.author ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,38}$' then array[lower(s.author)] else '{}' end, bool_or(s.is_bot)
      from (select c.author, c.is_bot from deployed_changes c where c.org_id = org
        union all select d.deployed_by, false from deployments d where d.org_id = org) s
      where length(s.author) between 1 and 300 group by s.author
      on conflict do nothing;
  end loop;
  perform set_config('app.org', '', true);
end $$;
