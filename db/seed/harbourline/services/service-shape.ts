import type { TeamName } from "../teams.ts";

export type Service = {
  name: string;
  system: string;
  owner: TeamName;
  language: "go" | "typescript" | "kotlin" | "python" | "rust" | "java";
  tier: 1 | 2 | 3;
  lifecycle?: "experimental" | "deprecated";
  description: string;
  tags?: string[];
  /** Other services that it calls. */
  uses?: string[];
  /** It answers others through an API of its own name. */
  api?: "openapi" | "grpc" | "asyncapi" | "graphql";
  /** A database of its own. */
  store?: "postgres" | "redis" | "opensearch" | "clickhouse";
  /** Topics that it writes. */
  topics?: string[];
};

/** A service in one line. */
export const service = (
  name: string,
  system: string,
  owner: TeamName,
  language: Service["language"],
  tier: Service["tier"],
  description: string,
  more: Partial<Service> = {},
): Service => ({ name, system, owner, language, tier, description, ...more });
