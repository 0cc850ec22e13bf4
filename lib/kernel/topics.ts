import type { Permission } from "#lib/kernel/permissions.ts";

/**
 * Who hears of what on live pages: every topic of an event with the permission that its reader needs. A topic that is not here reaches
 * nobody, and `npm run check` names it.
 */
export const topicPermissions = {
  "org.created": "org:read",
  "org.changed": "org:read",
  "org.deleted": "org:read",
  "org.restored": "org:read",
  "entity.changed": "entity:read",
  "entity.verification-due": "entity:read",
  "entity.deleted": "entity:read",
  "blueprint.changed": "blueprint:read",
  "source.changed": "source:read",
  "view.changed": "view:read",
  "catalog.imported": "import:read",
  "scorecard.created": "scorecard:read",
  "scorecard.updated": "scorecard:read",
  "scorecard.deleted": "scorecard:read",
  "scorecard.dropped": "scorecard:read",
  "scorecard.reevaluated": "scorecard:read",
  "notification.changed": "notification:read",
  "first-steps.hidden": "org:read",
  "run.updated": "run:read",
  "run.logged": "run:read",
  "deployment.recorded": "deployment:read",
  "incident.recorded": "incident:read",
  "member.added": "member:read",
  "member.changed": "member:read",
  "member.removed": "member:read",
  "team.changed": "team:read",
  "invitation.changed": "invitation:read",
  "alias.changed": "alias:read",
  "key.created": "key:read",
  "key.revoked": "key:read",
  "key.rotated": "key:read",
  "service-account.created": "service-account:read",
  "service-account.changed": "service-account:read",
  "secret.created": "secret:read",
  "secret.replaced": "secret:read",
  "secret.deleted": "secret:read",
  "webhook.created": "webhook:read",
  "webhook.updated": "webhook:read",
  "webhook.deleted": "webhook:read",
  "webhook.delivery-updated": "webhook:read",
  "job.retried": "job:read",
  "job.discarded": "job:read",
} as const satisfies Record<string, Permission>;

export type Topic = keyof typeof topicPermissions;

/** Topics whose subject is a person, and that reach this person only, whatever the role of others. */
const personalTopics: ReadonlySet<string> = new Set<Topic>(["notification.changed", "first-steps.hidden"]);

/** Whether an event is somebody's alone. */
export function isPersonalTopic(topic: string): boolean {
  return personalTopics.has(topic);
}

/** The permission that a reader of this topic needs, or null when nobody may hear of it. */
export function permissionOfTopic(topic: string): Permission | null {
  return Object.hasOwn(topicPermissions, topic) ? topicPermissions[topic as Topic] : null;
}
