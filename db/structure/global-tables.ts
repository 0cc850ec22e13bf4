/** The only tables without an organization, and why. The conventions hold the migrations to this list, and `db/structure.test.ts` the database. */
export const globalTables: Record<string, string> = {
  people: "a person exists once and may work in several organizations; read through memberships",
  sessions: "a session belongs to a person, before an organization is chosen",
  identities: "an account at a provider belongs to a person, and is looked up before anybody is signed in",
  sign_in_flows: "a way to a provider and back, before anybody is signed in",
  sign_in_links: "used before anybody is signed in; the first one before there is an organization",
  sign_in_attempts: "counts failures per account and address, before anybody is signed in",
  erased_slugs: "hashes of addresses of organizations that are gone, so that nobody takes them; read by a trigger only",
  worker_metrics: "what worker processes counted, without a name of anybody",
  schema_migrations: "which migrations the database has; written by the owner only",
};
