/** The blueprints that every organization starts with: the kinds of the Backstage descriptor format. */
export const shippedBlueprints = [
  { identifier: "component", title: "Component", pluralTitle: "Components", icon: "box", position: 10 },
  { identifier: "api", title: "API", pluralTitle: "APIs", icon: "plug", position: 20 },
  { identifier: "resource", title: "Resource", pluralTitle: "Resources", icon: "database", position: 30 },
  { identifier: "system", title: "System", pluralTitle: "Systems", icon: "layers", position: 40 },
  { identifier: "domain", title: "Domain", pluralTitle: "Domains", icon: "map", position: 50 },
  { identifier: "group", title: "Team", pluralTitle: "Teams", icon: "users", position: 60 },
  { identifier: "user", title: "Person", pluralTitle: "People", icon: "user", position: 70 },
  { identifier: "template", title: "Template", pluralTitle: "Templates", icon: "file-plus", position: 80 },
  { identifier: "location", title: "Location", pluralTitle: "Locations", icon: "map-pin", position: 90 },
  { identifier: "airesource", title: "AI resource", pluralTitle: "AI resources", icon: "sparkles", position: 95 },
];
