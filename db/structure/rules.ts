import { globalTables } from "#db/structure/global-tables.ts";

/**
 * What the database itself has to look like, whatever the migrations say. `find` selects `what` is wrong, one row each; `fix` says what
 * to do; `plant` is a break that `find` has to see.
 */
export type StructureRule = { name: string; find: string; fix: string; plant: string };

const quoted = (names: string[]) => names.map((name) => `'${name}'`).join(", ");
const roles = quoted(["causeway_app", "causeway_query", "causeway_jobs"]);

/** Only these read rows across organizations, each for one reason that its migration gives. */
const extraPolicies = [
  "memberships.own_memberships",
  "orgs.own_orgs",
  "api_keys.key_lookup",
  "memberships.key_lookup",
  "orgs.key_lookup",
  "secrets.key_lookup",
  "webhooks.key_lookup",
  "outbox_events.old_events",
  "webhook_deliveries.old_deliveries",
  // The sealer of the audit log works through every organization, as the owner.
  "audit_entries.sealing",
  "audit_unsealed.sealing",
  "audit_seals.sealing",
  "service_accounts.key_lookup",
  "invitations.key_lookup",
  "former_slugs.own_former_slugs",
  "former_slugs.key_lookup",
];
const queryTables = [
  "blueprints",
  "entities",
  "entity_counts",
  "listed_entities",
  "relations",
  "scorecard_levels",
  "scorecards",
];
const definerFunctions = [
  "public.find_api_key",
  "public.find_webhook",
  "public.find_invitation",
  "public.works_elsewhere",
  "public.orgs_with_older_keys",
  "public.has_any_org",
  "public.refresh_catalog_statistics",
  // What a cascade did, once per statement.
  "public.forget_entities",
  "public.forget_scores",
  "public.delete_old_events",
  "public.delete_old_deliveries",
  "public.seal_audit_entries",
  "public.audit_heads",
  "public.refuse_former_slug",
  "public.orgs_to_erase",
  "public.erase_org_rows",
  "graphile_worker.enqueue_job",
  "graphile_worker.jobs_of_org",
  "graphile_worker.retry_job_of_org",
  "graphile_worker.discard_job_of_org",
  "graphile_worker.queue_totals",
  "graphile_worker.resume_jobs_of_org",
];
/** Unique in the whole installation: what is looked up before the organization is known. */
const globalKeys = ["orgs_slug_key", "api_keys_token_hash_key", "invitations_token_hash_key"];

const tables = `pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not in (${quoted(Object.keys(globalTables))})`;
const note = "create table notes (org_id uuid not null references orgs, id uuid not null, primary key (org_id, id));";

export const structureRules: StructureRule[] = [
  {
    name: "every table belongs to an organization",
    find: `select relname as what from ${tables} and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and a.attnotnull and a.attnum = 1)`,
    fix: "make “org_id uuid not null references orgs” its first column, or list it with a reason in db/structure/global-tables.ts",
    plant: "create table notes (id uuid primary key, org_id uuid)",
  },
  {
    name: "every primary key starts with the organization",
    find: `select relname as what from ${tables} and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indkey[0] = 1)`,
    fix: "write “primary key (org_id, …)”",
    plant: "create table notes (org_id uuid not null references orgs, id uuid primary key)",
  },
  {
    name: "every table's organization exists",
    find: `select relname as what from ${tables} and relname <> 'orgs' and not exists (
      select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'orgs'::regclass and f.conkey = '{1}')`,
    fix: "let org_id reference orgs",
    plant: "create table notes (org_id uuid not null, id uuid, primary key (org_id, id))",
  },
  {
    name: "row-level security is on, for the owner too",
    find: `select relname as what from ${tables} and not (c.relrowsecurity and c.relforcerowsecurity)`,
    fix: "call protect_tenant_table('…') after creating it",
    plant: `${note} alter table notes enable row level security`,
  },
  {
    name: "every table lets through its organization's rows only, to read and to write",
    find: `select relname as what from ${tables} and not exists (
      select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant' and p.polcmd = '*' and p.polroles = array['causeway_app'::regrole::oid]
        and pg_get_expr(p.polqual, p.polrelid) = '(org_id = current_org())' and pg_get_expr(p.polwithcheck, p.polrelid) = '(org_id = current_org())')`,
    fix: "call protect_tenant_table('…'); it makes the one right policy",
    plant: `${note} alter table notes enable row level security, force row level security; create policy tenant on notes to causeway_app using (org_id = current_org())`,
  },
  {
    name: "every table can be erased for one organization",
    find: `select relname as what from ${tables} and not exists (
      select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure' and p.polcmd = '*' and p.polroles = array[c.relowner]
        and pg_get_expr(p.polqual, p.polrelid) = '(org_id = current_org())')`,
    fix: "call protect_tenant_table('…'); it makes this policy, too, or rows of a deleted organization would stay",
    plant: "drop policy erasure on entities",
  },
  {
    name: "no other policy opens a table",
    find: `select c.relname || '.' || p.polname as what from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname not in ('tenant', 'erasure') and p.polpermissive
      and not (p.polname = 'compiled_queries' and p.polcmd = 'r' and p.polroles = array['causeway_query'::regrole::oid] and c.relname in (${quoted(queryTables)}))
      and not (c.relname || '.' || p.polname in (${quoted(extraPolicies)}))`,
    fix: "policies add up: a second one lets more rows through. Drop it, or add it with its reason to db/structure/rules.ts",
    plant: "create policy everybody on entities for select to causeway_app using (true)",
  },
  {
    name: "what reads across organizations only reads, and not as the app",
    find: `select c.relname || '.' || p.polname as what from pg_policy p join pg_class c on c.oid = p.polrelid
      where p.polname = 'key_lookup' and 'causeway_app'::regrole::oid = any(p.polroles) or p.polname like 'own\\_%' and p.polcmd <> 'r' or 0 = any(p.polroles)`,
    fix: "give the policy “for select”, and never to causeway_app or public",
    plant: "create policy own_entities on entities to causeway_app using (true)",
  },
  {
    name: "our roles have no rights beyond their tables",
    find: `select rolname as what from pg_roles where rolname in (${roles}) and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
      union all select r.rolname || ' is a member of ' || m.roleid::regrole from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname in (${roles})`,
    fix: "alter role … nosuperuser nobypassrls nocreatedb nocreaterole, and revoke the membership",
    plant: "alter role causeway_app bypassrls",
  },
  {
    name: "our roles own nothing and create nothing here",
    find: `select c.relname as what from pg_class c where c.relnamespace = 'public'::regnamespace and c.relowner in (select oid from pg_roles where rolname in (${roles}))
      union all select r.rolname || ' can create in ' || n.nspname from pg_roles r, pg_namespace n where r.rolname in (${roles}) and n.nspname in ('public', 'graphile_worker')
        and has_schema_privilege(r.oid, n.oid, 'create') and not (r.rolname = 'causeway_jobs' and n.nspname = 'graphile_worker')
      union all select rolname || ' can create schemas' from pg_roles where rolname in (${roles}) and has_database_privilege(oid, current_database(), 'create')`,
    fix: "an owner is not held by row-level security and can drop things: let the migration's owner own it, and revoke create",
    plant: `${note} grant create on schema public to causeway_app; alter table notes owner to causeway_app`,
  },
  {
    name: "the query role reads the catalog and nothing else",
    find: `select t.table_schema || '.' || t.table_name || ': ' || lower(t.privilege_type) as what from information_schema.table_privileges t
      where t.grantee = 'causeway_query' and not (t.table_schema = 'public' and t.table_name in (${quoted(queryTables)}) and t.privilege_type = 'SELECT')`,
    fix: "row-level security does not hold this role: revoke it, and query the table as causeway_app",
    plant: "grant select on api_keys to causeway_query",
  },
  {
    name: "the jobs role reaches no table of ours",
    find: "select table_name || ': ' || lower(privilege_type) as what from information_schema.table_privileges where grantee = 'causeway_jobs' and table_schema = 'public'",
    fix: "a job works through operations, as causeway_app: revoke it",
    plant: "grant select on entities to causeway_jobs",
  },
  {
    name: "the app cannot erase an organization",
    find: `select p.proname as what from pg_proc p where p.proname in ('erase_org_rows', 'orgs_to_erase') and has_function_privilege('causeway_app', p.oid, 'execute')`,
    fix: "only the worker erases, after the time to bring it back: revoke it",
    plant: "grant execute on function erase_org_rows to causeway_app",
  },
  {
    name: "the app does not reach into the queue",
    find: `select c.relname as what from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'p', 'v')
      and (has_table_privilege('causeway_app', c.oid, 'select') or has_table_privilege('causeway_app', c.oid, 'insert') or has_table_privilege('causeway_app', c.oid, 'update'))`,
    fix: "jobs of every organization are in there: go through enqueue_job",
    plant: "grant select on graphile_worker._private_jobs to causeway_app",
  },
  {
    name: "history is only added to",
    find: `select t || ': ' || p as what from unnest(array['audit_entries', 'audit_unsealed', 'audit_seals', 'outbox_events', 'entity_versions', 'run_log_lines', 'level_changes']) t, unnest(array['update', 'delete']) p
      where has_table_privilege('causeway_app', t, p)
      union all select relname || ': truncate' from ${tables} and has_table_privilege('causeway_app', c.oid, 'truncate')`,
    fix: "revoke it: what happened stays as it was written",
    plant: "grant update on audit_entries to causeway_app",
  },
  {
    name: "views are held by row-level security",
    find: `select relname as what from pg_class c where c.relnamespace = 'public'::regnamespace
      and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    fix: "a plain view reads as its owner and shows every organization: create it “with (security_invoker = true)”; no materialized views",
    plant: "create view everything as select * from entities",
  },
  {
    name: "functions that act as their owner are few",
    find: `select n.nspname || '.' || p.proname as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      and (n.nspname || '.' || p.proname not in (${quoted(definerFunctions)})
        or not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=pg_catalog%')
        or has_function_privilege('causeway_query', p.oid, 'execute'))`,
    fix: "write it without “security definer”; if it cannot be, fix its search_path, revoke it from public and list it in db/structure/rules.ts",
    plant:
      "create function everything() returns setof entities language sql security definer as 'select * from entities'",
  },
  {
    name: "references stay inside the organization",
    find: `select f.conname as what from pg_constraint f where f.contype = 'f' and f.connamespace = 'public'::regnamespace
      and exists (select 1 from pg_attribute a where a.attrelid = f.conrelid and a.attname = 'org_id' and a.attnotnull)
      and exists (select 1 from pg_attribute a where a.attrelid = f.confrelid and a.attname = 'org_id' and a.attnotnull)
      and not exists (select 1 from unnest(f.conkey, f.confkey) as pair(here, there)
        join pg_attribute h on h.attrelid = f.conrelid and h.attnum = pair.here and h.attname = 'org_id'
        join pg_attribute t on t.attrelid = f.confrelid and t.attnum = pair.there and t.attname = 'org_id')`,
    fix: "write “foreign key (org_id, x_id) references x (org_id, id)”: a row must not point at another organization's",
    plant:
      "alter table sources add unique (id); alter table imports add foreign key (source_id) references sources (id)",
  },
  {
    name: "what is unique is unique in its organization",
    find: `select i.indexrelid::regclass::text as what from pg_index i join ${tables} and c.oid = i.indrelid and i.indisunique and i.indkey[0] <> 1
      and i.indexrelid::regclass::text not in (${quoted(globalKeys)})`.replace(
      "join pg_class c where",
      "join pg_class c on true where",
    ),
    fix: "start it with org_id: otherwise one organization's names are taken for all, and a conflict tells that they exist",
    plant: "create unique index titles on entities (title)",
  },
  {
    name: "nothing is granted to everybody",
    find: `select c.relname as what from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and a.grantee = 0
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      union all select 'default privileges of ' || defaclrole::regrole from pg_default_acl
      union all select 'create on schema public' from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee = 0 and a.privilege_type = 'CREATE'`,
    fix: "name the role that needs it, table by table",
    plant: "alter default privileges in schema public grant select on tables to public",
  },
];
