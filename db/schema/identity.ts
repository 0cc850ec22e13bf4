import { boolean, customType, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const orgs = pgTable("orgs", {
  orgId: uuid("org_id").primaryKey(),
  slug: text("slug").notNull(),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull().default("UTC"),
  nextRunNumber: integer("next_run_number").notNull().default(1),
  createdAt: moment("created_at").notNull().defaultNow(),
  deletedAt: moment("deleted_at"),
  eraseAt: moment("erase_at"),
});

export const formerSlugs = pgTable(
  "former_slugs",
  {
    orgId: orgId(),
    slug: text("slug").notNull(),
    givenUpAt: moment("given_up_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.slug] })],
);

export const people = pgTable("people", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull(),
  name: text("name").notNull(),
  passwordHash: text("password_hash"),
  region: text("region"),
  createdAt: moment("created_at").notNull().defaultNow(),
});

export const memberships = pgTable(
  "memberships",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    role: text("role", { enum: ["viewer", "member", "admin"] }).notNull(),
    teamRef: text("team_ref"),
    firstStepsHiddenAt: moment("first_steps_hidden_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.personId] })],
);

export const sessions = pgTable("sessions", {
  id: uuid("id").primaryKey(),
  tokenHash: bytea("token_hash").notNull(),
  personId: uuid("person_id").notNull(),
  userAgent: text("user_agent"),
  createdAt: moment("created_at").notNull().defaultNow(),
  lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
  expiresAt: moment("expires_at").notNull(),
  revokedAt: moment("revoked_at"),
});

export const signInLinks = pgTable("sign_in_links", {
  tokenHash: bytea("token_hash").primaryKey(),
  purpose: text("purpose", { enum: ["demo", "setup", "password"] }).notNull(),
  personId: uuid("person_id"),
  orgId: uuid("org_id"),
  createdAt: moment("created_at").notNull().defaultNow(),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
});

export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    bucket: text("bucket").notNull(),
    windowAt: moment("window_at").notNull(),
    attempts: integer("attempts").notNull(),
  },
  (table) => [primaryKey({ columns: [table.bucket, table.windowAt] })],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    prefix: text("prefix").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    role: text("role", { enum: ["viewer", "member", "admin"] }).notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    lastUsedAt: moment("last_used_at"),
    revokedAt: moment("revoked_at"),
    scopes: text("scopes").array(),
    serviceAccountId: uuid("service_account_id"),
    lastUsedFrom: text("last_used_from", { enum: ["this machine", "private network", "internet"] }),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const serviceAccounts = pgTable(
  "service_accounts",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    purpose: text("purpose").notNull().default(""),
    role: text("role", { enum: ["viewer", "member", "admin"] }).notNull(),
    createdBy: uuid("created_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
    disabledAt: moment("disabled_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const identities = pgTable("identities", {
  id: uuid("id").primaryKey(),
  personId: uuid("person_id").notNull(),
  provider: text("provider", { enum: ["oidc", "github", "google"] }).notNull(),
  issuer: text("issuer").notNull(),
  subject: text("subject").notNull(),
  email: text("email"),
  isEmailVerified: boolean("is_email_verified").notNull().default(false),
  login: text("login"),
  linkedAt: moment("linked_at").notNull().defaultNow(),
  lastUsedAt: moment("last_used_at"),
});

export const signInFlows = pgTable("sign_in_flows", {
  stateHash: bytea("state_hash").primaryKey(),
  browserHash: bytea("browser_hash").notNull(),
  provider: text("provider", { enum: ["oidc", "github", "google"] }).notNull(),
  purpose: text("purpose", { enum: ["sign-in", "link", "invitation", "setup"] }).notNull(),
  personId: uuid("person_id"),
  intent: jsonb("intent").notNull().default({}),
  createdAt: moment("created_at").notNull().defaultNow(),
  expiresAt: moment("expires_at").notNull(),
});

export const invitations = pgTable(
  "invitations",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    email: text("email").notNull(),
    role: text("role", { enum: ["viewer", "member", "admin"] }).notNull(),
    tokenHash: bytea("token_hash").notNull(),
    invitedBy: uuid("invited_by"),
    invitedByName: text("invited_by_name").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
    acceptedBy: uuid("accepted_by"),
    revokedAt: moment("revoked_at"),
    mailedAt: moment("mailed_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const teams = pgTable(
  "teams",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    parentId: uuid("parent_id"),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    groupRef: text("group_ref"),
    groupEvidence: text("group_evidence", { enum: ["same name", "chosen"] }),
    groupLinkedBy: text("group_linked_by"),
    groupLinkedAt: moment("group_linked_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const teamMembers = pgTable(
  "team_members",
  {
    orgId: orgId(),
    teamId: uuid("team_id").notNull(),
    personId: uuid("person_id").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.teamId, table.personId] })],
);

export const personAliases = pgTable(
  "person_aliases",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: ["catalog-user", "author"] }).notNull(),
    value: text("value").notNull(),
    name: text("name"),
    emails: text("emails").array().notNull().default([]),
    logins: text("logins").array().notNull().default([]),
    isBot: boolean("is_bot").notNull().default(false),
    firstSeenAt: moment("first_seen_at").notNull().defaultNow(),
    decision: text("decision", { enum: ["person", "nobody"] }),
    personId: uuid("person_id"),
    evidence: jsonb("evidence"),
    decidedBy: text("decided_by"),
    decidedAt: moment("decided_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
