/** One entity as the interpreter sees it: the columns that the compiler reads, and the relations at both ends. */
export interface EntityFacts {
  blueprint: string;
  identifier: string;
  title: string | null;
  description: string | null;
  /** The owner as `blueprint:identifier`. */
  owner: string | null;
  lifecycle: string | null;
  type: string | null;
  /** The lower-case search text. */
  text: string | null;
  tags: readonly string[];
  createdAt: string;
  updatedAt: string;
  /** When somebody last said that it is still true. */
  verifiedAt?: string | null | undefined;
  properties: unknown;
  annotations: unknown;
  labels: unknown;
  links: unknown;
  relations: readonly RelationFacts[];
  /** The relations of entities around it, by `blueprint:identifier`; only where a query looks further than one relation. */
  relatives?: ReadonlyMap<string, readonly RelationFacts[]>;
  /** The scorecards there are, by identifier, with what each says of the entity; only where a query asks for them. */
  scorecards?: ReadonlyMap<string, ScorecardFacts>;
}

export interface ScorecardFacts {
  /** Names of the levels, from the lowest up. */
  levels: readonly string[];
  /** Null when it does not score the entity. Level 0 is below the first. */
  score: { level: number; passed: number; total: number; states: Readonly<Record<string, string>> } | null;
}

export interface RelationFacts {
  type: string;
  direction: "outgoing" | "incoming";
  /** The other end: a blueprint and an identifier, in the catalog or not. */
  blueprint: string;
  identifier: string;
  /** Whether the other end is in the catalog. */
  resolved: boolean;
  /** What is said of the relation itself. */
  properties?: unknown;
  since?: string | null;
  until?: string | null;
}
