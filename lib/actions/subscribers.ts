import { installShippedActions } from "#lib/actions/actions/install-shipped-actions.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";

export const actionsSubscribers: InlineSubscriber[] = [installShippedActions];
