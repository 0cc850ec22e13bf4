/** What every page asks besides its own questions: the number beside Inbox, and the saved views. */
const asksOfShell = ["/notifications/count", "/views"];

/**
 * The pages of a portal with, for each, the questions that it asks: the REST doors of the same operations, which are what its first byte
 * is measured against.
 */
const pages: { path: string; asks: string[] }[] = [
  {
    path: "",
    asks: [
      "/mine",
      "/first-steps",
      "/entity-standings",
      "/activity",
      "/notifications?show=waiting&limit=20",
      "/catalog/imports?limit=5",
      "/deployments/latest?limit=12",
    ],
  },
  { path: "/catalog", asks: ["/entities?blueprint=component", "/blueprints"] },
  {
    path: "/catalog?group=owner",
    asks: ["/entities?blueprint=component", "/entities/groups?blueprint=component&by=owner", "/blueprints"],
  },
  {
    path: "/catalog/component/payments-api",
    asks: [
      "/entities/component/payments-api",
      "/entity-scores?entityId={payments-api}",
      "/actions",
      "/deployments?entityId={payments-api}&days=90&limit=6",
      "/entities/group/payments",
      "/entity-dependents?blueprint=component&identifier=payments-api",
      "/blueprints/component",
      "/entity-provenance?blueprint=component&identifier=payments-api",
      "/entity-sources?blueprint=component&identifier=payments-api",
    ],
  },
  { path: "/catalog/component/payments-api?tab=relations", asks: ["/entities/component/payments-api"] },
  { path: "/scorecards", asks: ["/scorecards"] },
  { path: "/scorecards/ownership-and-docs", asks: ["/scorecards/ownership-and-docs?limit=50"] },
  { path: "/actions", asks: ["/actions"] },
  { path: "/actions/create-service", asks: ["/actions/create-service"] },
  { path: "/runs", asks: ["/runs"] },
  { path: "/repositories", asks: ["/repositories"] },
  { path: "/dashboards/delivery", asks: ["/metrics/delivery"] },
  { path: "/sources", asks: ["/sources", "/catalog/imports"] },
  { path: "/sources/import", asks: ["/blueprints"] },
  { path: "/audit", asks: ["/audit"] },
  { path: "/api-reference", asks: ["/openapi.json"] },
  { path: "/inbox", asks: ["/notifications"] },
  { path: "/settings", asks: [] },
  { path: "/settings/account", asks: ["/sessions", "/account/identities", "/first-steps", "/aliases"] },
  { path: "/settings/notifications", asks: ["/notifications/preferences"] },
  { path: "/settings/members", asks: ["/members?limit=50", "/invitations"] },
  { path: "/settings/keys", asks: ["/keys", "/service-accounts"] },
  { path: "/settings/secrets", asks: ["/secrets"] },
  { path: "/settings/webhooks", asks: ["/webhooks"] },
  { path: "/settings/service-accounts", asks: ["/service-accounts"] },
  { path: "/settings/permissions", asks: [] },
  { path: "/settings/queue", asks: ["/jobs"] },
];

/** `entityId` is that of the component whose page is measured. */
export function measuredPages(entityId: string): { path: string; asks: string[] }[] {
  return pages.map(({ path, asks }) => ({
    path,
    asks: [...asksOfShell, ...asks].map((door) => door.replace("{payments-api}", entityId)),
  }));
}
