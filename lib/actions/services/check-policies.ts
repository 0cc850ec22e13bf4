import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Policy } from "#lib/actions/runs/schema.ts";
import { targetOf } from "#lib/actions/services/describe-service.ts";

/** Regions that regulated data may be kept in. */
const regulatedRegions = new Set(["eu-central", "eu-north"]);

type Found = {
  inCatalog: boolean;
  repositoryRun: number | null;
  hasRepository: boolean;
  unfinishedRun: number | null;
  existing: string[];
};

/**
 * What must hold before a service is made. Answers that are not there yet leave their policy open. `runId` is the run that asks, whose
 * own repository does not count.
 */
export async function checkPolicies(
  tx: Transaction,
  orgId: string,
  answers: Record<string, unknown>,
  runId: string | null,
): Promise<Policy[]> {
  const text = (name: string) => (typeof answers[name] === "string" && answers[name] !== "" ? answers[name] : null);
  const [name, owner, system, steward] = [text("name"), text("owner"), text("system"), text("dataSteward")];
  const references = [owner, system, steward].filter((reference) => reference !== null);
  const [found] = await tx.execute<Found>(sql`
    select exists (select 1 from entities where org_id = ${orgId}::uuid and blueprint = 'component' and identifier = ${name ?? ""}) as "inCatalog",
      exists (select 1 from repositories where org_id = ${orgId}::uuid and name = ${name ?? ""} and run_id is distinct from ${runId}::uuid) as "hasRepository",
      (select r.number from repositories p join runs r on r.org_id = p.org_id and r.id = p.run_id
        where p.org_id = ${orgId}::uuid and p.name = ${name ?? ""} and p.run_id is distinct from ${runId}::uuid) as "repositoryRun",
      (select min(number) from runs where org_id = ${orgId}::uuid and status in ('queued', 'running') and inputs->>'name' = ${name ?? ""}
        and id is distinct from ${runId}::uuid) as "unfinishedRun",
      array(select e.blueprint || ':' || e.identifier from entities e
        join jsonb_to_recordset(${JSON.stringify(references.map(targetOf))}::jsonb) as r(blueprint text, identifier text) using (blueprint, identifier)
        where e.org_id = ${orgId}::uuid and not e.is_archived) as existing`);
  if (found === undefined) throw new Error("The policies were not answered");
  const isThere = (reference: string) => found.existing.includes(reference);

  const policies: Policy[] = [
    namePolicy(name, found),
    referencePolicy("owner", "Owner is a team of the catalog", owner, isThere),
  ];
  if (system !== null) policies.push(referencePolicy("system", "System is in the catalog", system, isThere));
  if (answers["dataClass"] === "regulated") {
    const region = text("region");
    policies.push({
      identifier: "region",
      field: "region",
      title: "Region allowed for regulated data",
      verdict: region === null ? "open" : regulatedRegions.has(region) ? "passed" : "failed",
      detail:
        region === null
          ? "Choose a region."
          : regulatedRegions.has(region)
            ? null
            : `${region} is outside of the EU; choose eu-central or eu-north.`,
    });
    policies.push(referencePolicy("dataSteward", "Data steward is a person of the catalog", steward, isThere));
  }
  return policies;
}

function namePolicy(name: string | null, found: Found): Policy {
  const policy = { identifier: "name", field: "name", title: "Name is free in catalog and git" } as const;
  if (name === null) return { ...policy, verdict: "open", detail: "Give it a name." };
  if (found.inCatalog)
    return {
      ...policy,
      verdict: "failed",
      detail: `The catalog has a component ${name} already; choose another name.`,
    };
  if (found.hasRepository) {
    const by = found.repositoryRun === null ? "" : `, made by run #${found.repositoryRun}`;
    return { ...policy, verdict: "failed", detail: `There is a repository ${name} already${by}; choose another name.` };
  }
  if (found.unfinishedRun !== null)
    return {
      ...policy,
      verdict: "failed",
      detail: `Run #${found.unfinishedRun} is making ${name} right now; choose another name.`,
    };
  return { ...policy, verdict: "passed", detail: null };
}

function referencePolicy(
  field: string,
  title: string,
  reference: string | null,
  isThere: (reference: string) => boolean,
): Policy {
  if (reference === null) return { identifier: field, field, title, verdict: "open", detail: null };
  if (isThere(reference)) return { identifier: field, field, title, verdict: "passed", detail: null };
  return {
    identifier: field,
    field,
    title,
    verdict: "failed",
    detail: `${reference} is not in the catalog; choose one that is.`,
  };
}
