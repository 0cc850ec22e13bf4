import type { Operation } from "#lib/kernel/operation.ts";

export type RestRouter = Record<string, Operation["procedure"]>;

/** The operations as the router that oRPC serves and documents. @throws when two share a name or an address */
export function buildRouter(operations: Operation[]): RestRouter {
  const router: RestRouter = {};
  const addresses = new Set<string>();
  for (const operation of operations) {
    const address = `${operation.route.method} ${operation.route.path}`;
    if (operation.name in router || addresses.has(address))
      throw new Error(`${operation.name} (${address}) is declared twice`);
    addresses.add(address);
    router[operation.name] = operation.procedure;
  }
  return router;
}
