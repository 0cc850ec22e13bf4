/** Where facts come from. Those of the catalog are here; the others say what has to be connected, or why they are not here. */
export const sources = {
  catalog: { title: "The catalog", connect: "" },
  git: { title: "Git", connect: "connect GitHub, GitLab, Bitbucket or Azure DevOps" },
  deploys: {
    title: "Deployments",
    connect: "deployments are recorded for delivery metrics, and no query reads them yet",
  },
  oncall: { title: "On-call", connect: "connect PagerDuty, Opsgenie or another on-call provider" },
  slos: { title: "Service levels", connect: "connect a provider of service level objectives" },
  sonarqube: { title: "SonarQube", connect: "connect SonarQube" },
  codecov: { title: "Codecov", connect: "connect Codecov" },
  snyk: { title: "Snyk", connect: "connect Snyk" },
  sentry: { title: "Sentry", connect: "connect Sentry" },
  jira: { title: "Jira", connect: "connect Jira" },
  datadog: { title: "Datadog", connect: "connect Datadog" },
  slack: { title: "Slack", connect: "connect Slack" },
  aws: { title: "AWS", connect: "connect AWS" },
  k8s: { title: "Kubernetes", connect: "connect a cluster" },
  openapi: {
    title: "API descriptions",
    connect: "descriptions of APIs are kept as they were written, and no query reads inside them yet",
  },
  metrics: { title: "Custom metrics", connect: "send data points of custom metrics" },
  events: { title: "Custom events", connect: "send custom events" },
  packages: { title: "Packages", connect: "send the packages that the entity uses" },
  directory: { title: "Identity provider", connect: "connect the directory that holds people and groups" },
  descriptor: {
    title: "Descriptor",
    connect:
      "files are read when they are imported and not kept; ask for what was read from them, as in labels or properties",
  },
} as const;

export type SourceName = keyof typeof sources;

/** Why a fact is not there. */
export function missingFacts(source: SourceName): string {
  return `needs facts of ${source}: ${sources[source].connect}`;
}
