import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ComponentType } from "react";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { settings } from "#lib/kernel/env.ts";
import { currentSession } from "#lib/web/session-cookie.ts";

export const metadata: Metadata = { title: "Shelf" };

type Example = { path: string; Part: ComponentType };

async function readExamples(only: string | undefined): Promise<Example[]> {
  const found = await readdir(path.join(process.cwd(), "components"), { recursive: true });
  const paths = found
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => name.endsWith(".example.tsx"))
    .map((name) => name.slice(0, -".example.tsx".length))
    .filter((name) => !only || name.includes(only))
    .sort();
  return Promise.all(
    paths.map(async (name): Promise<Example> => {
      const module: { default: ComponentType } = await import(`../../../components/${name}.example.tsx`);
      return { path: name, Part: module.default };
    }),
  );
}

/** Every part on one page, for whoever builds with them: while developing for everybody, in production for admins of any organization. */
export default async function ShelfPage({ searchParams }: { searchParams: Promise<{ only?: string }> }) {
  if (settings().NODE_ENV !== "development") {
    const session = await currentSession();
    if (session?.orgs.some((org) => org.role === "admin") !== true) notFound();
  }
  const { only } = await searchParams;
  const examples = await readExamples(only);
  return (
    <main className="min-h-screen bg-deck p-6 phone:p-4">
      <h1 className="text-20 font-600 tracking-tight">Shelf</h1>
      <p className="text-text-2">{examples.length} parts. Narrow with ?only=ui/button.</p>
      {examples.length === 0 ? <SkeletonRows rows={2} /> : null}
      {examples.map(({ path: name, Part }) => (
        <section key={name} aria-label={name} className="mt-6 border-t border-line pt-3">
          <h2 className="mono mb-3 text-12 text-text-3">{name}</h2>
          <Part />
        </section>
      ))}
    </main>
  );
}
