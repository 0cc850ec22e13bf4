/** One guard taken away. `find` stands exactly once in `file`; with `replace` in its place `test` has to fail. */
export type PlantedBreak = { name: string; file: string; find: string; replace: string; test: string };

const structure = "db/structure.test.ts";
const organizations = "db/migrations/0017_organizations.sql";
const sessionLookup = "db/migrations/0032_session_lookup.sql";
const keys = "lib/identity/keys/keys.test.ts";
const identities = "lib/identity/identities/identities.test.ts";
const secrets = "lib/secrets/stored/secrets.test.ts";
const envelope = "lib/kernel/secrets/envelope.test.ts";
const deliveries = "lib/webhooks/deliveries/deliveries.test.ts";
const signatures = "lib/webhooks/deliveries/verify-signature.test.ts";
const early = "lib/web/find-early-refusal.test.ts";
const written = "components/patterns/written-text.test.tsx";

/** What a careless change could take away. */
export const plantedBreaks: PlantedBreak[] = [
  {
    name: "a table without row-level security",
    file: "db/migrations/0013_secrets_and_webhooks.sql",
    find: "call protect_tenant_table('secrets');",
    replace: "grant select, insert, update, delete on secrets to causeway_app;",
    test: structure,
  },
  {
    name: "no permission is checked",
    file: "lib/kernel/operation.ts",
    find: "if (!context.ctx.can(permission)) {",
    replace: "if (permission === undefined) {",
    test: secrets,
  },
  {
    name: "a command may go unaudited",
    file: "lib/kernel/operation.ts",
    find: "if (records.length === 0)",
    replace: "if (records.length === 0) return output;\n      if (records.length < 0)",
    test: "lib/kernel/operation.test.ts",
  },
  {
    name: "a mutation may come from anywhere",
    file: "lib/web/find-early-refusal.ts",
    find: 'new URL(origin).host !== headers.get("host")',
    replace: "false",
    test: early,
  },
  {
    name: "marks of the framework's format pass",
    file: "lib/web/find-early-refusal.ts",
    find: "return unexpectedMark.test(body)",
    replace: "return body === null",
    test: early,
  },
  {
    name: "private addresses are connected to",
    file: "lib/kernel/outbound/resolve-host.ts",
    find: 'classes.includes("refused")',
    replace: "false",
    test: "lib/kernel/outbound/resolve-host.test.ts",
  },
  {
    name: "addresses inside Azure count as public",
    file: "lib/kernel/outbound/classify-address.ts",
    find: '  "168.63.129.16/32",\n',
    replace: "",
    test: "lib/kernel/outbound/classify-address.test.ts",
  },
  {
    name: "redirects are followed",
    file: "lib/kernel/outbound/fetch-outbound.ts",
    find: 'outgoing.on("response", (incoming) => {',
    replace:
      'outgoing.on("response", (incoming) => {\n      if (incoming.headers.location !== undefined) return void fetchOutbound(incoming.headers.location, options).then(finish, finish);',
    test: "lib/kernel/outbound/fetch-outbound.test.ts",
  },
  {
    name: "compressed answers are read",
    file: "lib/kernel/outbound/fetch-outbound.ts",
    find: 'if (encoding !== "identity") throw',
    replace: 'if (encoding === "never") throw',
    test: "lib/kernel/outbound/fetch-outbound.test.ts",
  },
  {
    name: "a message of a webhook is kept twice",
    file: "lib/webhooks/deliveries/receive-delivery.ts",
    find: "on conflict (org_id, webhook_id, message_id) do nothing returning id",
    replace: "on conflict (org_id, webhook_id, message_id) do update set received_at = now() returning id",
    test: deliveries,
  },
  {
    name: "a delivery is processed twice",
    file: "lib/webhooks/deliveries/process-delivery.ts",
    find: "and state = 'waiting' for update",
    replace: "for update",
    test: deliveries,
  },
  {
    name: "signatures are not compared",
    file: "lib/webhooks/deliveries/verify-signature.ts",
    find: "new Webhook(secret).verify(text, headers, { jsonParse: false });",
    replace: "new Webhook(secret).sign(id, new Date(), text); void headers;",
    test: signatures,
  },
  {
    name: "a time may have anything after it",
    file: "lib/webhooks/deliveries/verify-signature.ts",
    find: "/^\\d{1,12}$/.test(timestamp)",
    replace: "/^\\d/.test(timestamp)",
    test: signatures,
  },
  {
    name: "a secret can be read at another place",
    file: "lib/kernel/secrets/envelope.ts",
    find: '["causeway secret", part, orgId, secretId, purpose]',
    replace: '["causeway secret", part]',
    test: envelope,
  },
  {
    name: "nonces repeat",
    file: "lib/kernel/secrets/envelope.ts",
    find: "const nonce = randomBytes(12);",
    replace: "const nonce = Buffer.alloc(12, 7);",
    test: envelope,
  },
  {
    name: "a secret is sent to any origin",
    file: "lib/secrets/stored/take-secret.ts",
    find: "if (row.origin !== origin) {",
    replace: "if (row.origin === undefined) {",
    test: secrets,
  },
  {
    name: "every scheme is a link",
    file: "components/catalog/safe-href.ts",
    find: '["https:", "http:", "mailto:"].includes(protocol)',
    replace: "protocol.length > 0",
    test: written,
  },
  {
    name: "unseen characters stay unseen",
    file: "components/patterns/visible-text.ts",
    find: "/\\p{Cf}|",
    replace: "/",
    test: written,
  },
  {
    name: "formulas reach spreadsheets",
    file: "lib/kernel/csv.ts",
    find: "formula.test(value)",
    replace: 'value === "\\0"',
    test: "lib/kernel/csv.test.ts",
  },
  {
    name: "bodies are read without a limit",
    file: "lib/web/rest/body-limits.ts",
    find: "if (size > limitBytes) throw tooLarge();",
    replace: "",
    test: "lib/web/rest/body-limits.test.ts",
  },
  {
    name: "an expired key is accepted",
    file: organizations,
    find: "and k.revoked_at is null and k.expires_at > now() and coalesce(",
    replace: "and k.revoked_at is null and coalesce(",
    test: keys,
  },
  {
    name: "a key keeps rights that its creator lost",
    file: organizations,
    find: "case when 'viewer' in (k.role, coalesce(s.role, m.role)) then 'viewer'",
    replace: "case when 'viewer' in (k.role) then 'viewer'",
    test: keys,
  },
  {
    name: "a key has every scope",
    file: organizations,
    find: "    k.scopes, s.id, s.name\n",
    replace: "    null::text[], s.id, s.name\n",
    test: keys,
  },
  {
    name: "a revoked session goes on",
    file: sessionLookup,
    find: " and s.revoked_at is null",
    replace: "",
    test: "lib/identity/sessions/sessions.test.ts",
  },
  {
    name: "a provider's answer fits any browser",
    file: "lib/identity/providers/finish-flow.ts",
    find: "browser_hash = ${digest(browserSecret)} and ",
    replace: "",
    test: "lib/identity/providers/providers.test.ts",
  },
  {
    name: "what a provider says needs no signature",
    file: "lib/identity/providers/open-provider.ts",
    find: "execute: [enableNonRepudiationChecks, ",
    replace: "execute: [",
    test: "lib/identity/providers/read-account.test.ts",
  },
  {
    name: "an account is anybody's at the same issuer",
    file: "lib/identity/identities/sign-in-with-account.ts",
    find: "and subject = ${account.subject} and provider",
    replace: "and provider",
    test: identities,
  },
  {
    name: "the last way to sign in can be taken away",
    file: "lib/identity/identities/unlink-identity.ts",
    find: "others.length === 0",
    replace: "others.length < 0",
    test: identities,
  },
  {
    name: "an invitation takes somebody's address over",
    file: "lib/identity/invitations/join-by-invitation.ts",
    find: "on conflict (lower(email)) do nothing returning id",
    replace: "on conflict (lower(email)) do update set name = excluded.name returning id",
    test: "lib/identity/invitations/invitations.test.ts",
  },
  {
    name: "a link for a new password gives another organization away",
    file: "lib/identity/passwords/create-password-link.ts",
    find: "if (member.elsewhere)",
    replace: 'if (member.name === "")',
    test: "lib/identity/passwords/passwords.test.ts",
  },
  {
    name: "guessing keeps people out of their own browser",
    file: "lib/identity/sessions/sign-in-with-password.ts",
    find: "if (browser !== null && hasSignedIn(browser, email)) {",
    replace: "if (browser !== null && email === network) {",
    test: "lib/identity/sessions/limits.test.ts",
  },
  {
    name: "a caller says where it is",
    file: "lib/web/visitor.ts",
    find: "if (trustedProxies === 0) return peer;",
    replace: "",
    test: "lib/web/visitor.test.ts",
  },
  {
    name: "a deleted organization stays open",
    file: sessionLookup,
    find: " and o.deleted_at is null",
    replace: "",
    test: "lib/identity/orgs/delete-org.test.ts",
  },
  {
    name: "keys of a deleted organization work",
    file: organizations,
    find: "from api_keys k join orgs o on o.org_id = k.org_id and o.deleted_at is null",
    replace: "from api_keys k join orgs o on o.org_id = k.org_id",
    test: "lib/identity/orgs/delete-org.test.ts",
  },
  {
    name: "an address that was given up is free",
    file: organizations,
    find: "create trigger refuse_former_slug after insert or update of slug on orgs for each row execute function refuse_former_slug();",
    replace: "",
    test: "lib/identity/orgs/orgs.test.ts",
  },
  {
    name: "an organization is erased before its time",
    file: organizations,
    find: "where o.org_id = org and o.erase_at <= now()) then",
    replace: "where o.org_id = org) then",
    test: "lib/worker/erase-orgs.test.ts",
  },
  {
    name: "the app may erase",
    file: organizations,
    find: "grant execute on function orgs_to_erase, erase_org_rows to causeway_jobs;",
    replace: "grant execute on function orgs_to_erase, erase_org_rows to causeway_jobs, causeway_app;",
    test: structure,
  },
  {
    name: "teams stand in a circle",
    file: "lib/identity/teams/place-team.ts",
    find: "if (moved !== null && below >= 0)",
    replace: "if (moved !== null && below > 99)",
    test: "lib/identity/teams/teams.test.ts",
  },
  {
    name: "a name that is only alike counts as proven",
    file: "lib/identity/aliases/resolved-aliases.ts",
    find: "when b.strength = 1 then 'matched'",
    replace: "when b.strength > 0 then 'matched'",
    test: "lib/identity/aliases/aliases.test.ts",
  },
  {
    name: "an address that nobody verified proves who somebody is",
    file: "lib/identity/aliases/resolved-aliases.ts",
    find: "where i.is_email_verified and i.email is not null",
    replace: "where i.email is not null",
    test: "lib/identity/aliases/aliases.test.ts",
  },
];
