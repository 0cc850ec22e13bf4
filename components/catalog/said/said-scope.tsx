"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type SaidDeeds = {
  drop: (field: string, sourceId: string) => Promise<MutationResult<{ version: number }>>;
  save: (patch: EntityPatch & { expectedVersion: number }) => Promise<MutationResult>;
};
export type Scope = {
  org: string;
  entity: { blueprint: string; identifier: string };
  title: string;
  /** Null for who may change nothing. */
  deeds: SaidDeeds | null;
};

const SaidContext = createContext<Scope | null>(null);

/** The entity whose fields' sources are looked at below. */
export function SaidScope({ children, ...scope }: Scope & { children: ReactNode }) {
  return <SaidContext value={scope}>{children}</SaidContext>;
}

/** The entity that is looked at. */
export function useSaid(): Scope {
  const scope = useContext(SaidContext);
  if (scope === null) throw new Error("useSaid needs a SaidScope around it");
  return scope;
}
