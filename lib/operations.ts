import { actionsOperations } from "#lib/actions/operations.ts";
import { auditOperations } from "#lib/audit/operations.ts";
import { identityOperations } from "#lib/identity/operations.ts";
import type { Operation } from "#lib/kernel/operation.ts";

/** Every operation that programs may call. The REST door, its OpenAPI document and the reference page are made from this list. */
export const operations = [...identityOperations, ...auditOperations, ...actionsOperations] as unknown as Operation[];
