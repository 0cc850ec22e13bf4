import type { Backend } from "#lib/actions/runs/backend.ts";
import { createServiceBackend } from "#lib/actions/services/create-service-backend.ts";

const backends = new Map<string, Backend>([createServiceBackend].map((backend) => [backend.kind, backend]));

/** What an action of this kind drives. */
export function backendOf(kind: string): Backend {
  const backend = backends.get(kind);
  if (backend === undefined) throw new Error(`No backend ${kind}`);
  return backend;
}

/** The steps of an action's runs, for people to read. */
export function stepsOf(kind: string): { identifier: string; title: string }[] {
  return (backends.get(kind)?.steps ?? []).map(({ identifier, title }) => ({ identifier, title }));
}
