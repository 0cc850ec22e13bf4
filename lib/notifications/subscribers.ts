import type { InlineSubscriber } from "#lib/kernel/events.ts";
import { tellOfDrops } from "#lib/notifications/deliveries/tell-of-drops.ts";
import { tellOfImports } from "#lib/notifications/deliveries/tell-of-imports.ts";
import { tellOfMembership } from "#lib/notifications/deliveries/tell-of-membership.ts";
import { tellOfOwners } from "#lib/notifications/deliveries/tell-of-owners.ts";
import { tellOfRuns } from "#lib/notifications/deliveries/tell-of-runs.ts";
import { tellOfVerifications } from "#lib/notifications/deliveries/tell-of-verifications.ts";
import { scheduleWarning } from "#lib/notifications/deliveries/warn-of-expiry.ts";

/** Stand last in the list of all subscribers, so that they hear what the others emit. */
export const notificationsSubscribers: InlineSubscriber[] = [
  tellOfRuns,
  tellOfDrops,
  tellOfOwners,
  tellOfVerifications,
  tellOfImports,
  ...tellOfMembership,
  scheduleWarning,
];
