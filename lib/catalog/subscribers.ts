import { deriveValues } from "#lib/catalog/derived/derive-values.ts";
import { noteUsers } from "#lib/catalog/people/note-users.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";

/** Run inside the transaction of their event. */
export const catalogSubscribers: InlineSubscriber[] = [deriveValues, noteUsers];
