import type { z } from "zod";
import type { RecordedDeployment } from "#lib/metrics/deployments/schema.ts";
import type { RecordedIncident } from "#lib/metrics/incidents/schema.ts";
import { makeRandom, type Random } from "../random.ts";
import { lastDays, momentOf, weekdayOf } from "./clock.ts";
import { people } from "./people.ts";
import { type Service, services } from "./services.ts";
import { bumpTitle, changeTitle, repairTitle, symptomTitle } from "./work.ts";

export type SeedDeployment = z.input<typeof RecordedDeployment>;
export type SeedIncident = z.input<typeof RecordedIncident>;
type History = { deployments: SeedDeployment[]; incidents: SeedIncident[] };

const dayCount = 180;
const hourMs = 3_600_000;
const perWeek = { 1: 1.3, 2: 0.7, 3: 0.35 } as const;
// Monday to Sunday. Nobody likes to deploy on a Friday afternoon.
const rhythm = [0.9, 1.25, 1.25, 1.1, 0.5, 0.004, 0.002];

/**
 * Half a year of deployments, changes and incidents up to `now`. Changes got faster, with a bad fortnight a month ago when a
 * certificate audit froze releases; teams differ; most failures are repaired within the hour and a few are not.
 */
export function harbourlineHistory(now: Date): History {
  const days = lastDays(dayCount, now);
  const history: History = { deployments: [], incidents: [] };
  for (const service of services) addService(service, days, history);
  addOutages(days, history);
  const isPast = (text: string | undefined) => text !== undefined && Date.parse(text) <= now.getTime();
  const deployments = history.deployments.filter((deployment) => isPast(deployment.finishedAt));
  const known = new Set(deployments.map((deployment) => deployment.sourceId));
  const incidents = history.incidents
    .filter(
      (incident) =>
        isPast(incident.startedAt) && (incident.causedBy === undefined || known.has(incident.causedBy.sourceId)),
    )
    .map(({ resolvedAt, ...incident }) => (isPast(resolvedAt) ? { ...incident, resolvedAt } : incident));
  deployments.sort((one, other) => (one.finishedAt < other.finishedAt ? -1 : 1));
  return {
    deployments,
    incidents: incidents.map((incident, place) => ({ ...incident, sourceId: `INC-${2000 + place}` })),
  };
}

function addService(service: Service, days: string[], history: History): void {
  const random = makeRandom(`deployments of ${service.name}`);
  const pace = (perWeek[service.tier] / 5) * (0.7 + 0.6 * random.next());
  let number = random.whole(200, 900);
  days.forEach((day, place) => {
    const progress = place / days.length;
    const share = pace * (rhythm[weekdayOf(day)] ?? 0) * (0.75 + 0.45 * progress);
    const count = (random.chance(share) ? 1 : 0) + (random.chance(share / 4) ? 1 : 0);
    for (let nth = 1; nth <= count; nth += 1) {
      number += 1;
      const finishedAt = momentOf(day, Math.round(9.2 * 60 + 8.2 * 60 * random.next())).getTime();
      const deployment = makeDeployment(
        service,
        number,
        finishedAt,
        version(day, nth),
        progress,
        days.length - place,
        random,
      );
      history.deployments.push(deployment);
      if (deployment.status === "succeeded") addFailure(service, deployment, progress, random, history);
      // What did not get there is tried again.
      if (deployment.status === "failed") {
        const later = finishedAt + random.whole(12, 95) * 60_000;
        history.deployments.push({
          ...deployment,
          attempt: 2,
          status: "succeeded",
          startedAt: at(later - 6 * 60_000),
          finishedAt: at(later),
        });
      }
    }
  });
}

function makeDeployment(
  service: Service,
  number: number,
  finishedAt: number,
  name: string,
  progress: number,
  daysAgo: number,
  random: Random,
): SeedDeployment {
  const draw = random.next();
  return {
    source: "runway",
    sourceId: `${service.name}/${number}`,
    service: service.name,
    status: draw < 0.035 ? "failed" : draw < 0.045 ? "cancelled" : "succeeded",
    version: name,
    commitSha: Math.floor(random.next() * 2 ** 40)
      .toString(16)
      .padStart(10, "0"),
    deployedBy: person(service, random),
    startedAt: at(finishedAt - random.whole(4, 16) * 60_000),
    finishedAt: at(finishedAt),
    changes: Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, (_, place) =>
      makeChange(service, `${number}-${place + 1}`, finishedAt, progress, daysAgo, random),
    ),
  };
}

// Lead times are skewed to the right, as waiting is: most changes are quick and some take a week.
function makeChange(
  service: Service,
  number: string,
  finishedAt: number,
  progress: number,
  daysAgo: number,
  random: Random,
) {
  const isFrozen = daysAgo >= 27 && daysAgo <= 36;
  const medianHours =
    (20 - 15 * progress) * (service.tier === 3 ? 1.4 : 1) * (isFrozen ? 2.2 : 1) * teamFactor(service);
  const hours = medianHours * Math.exp(random.bell() * (isFrozen ? 1.35 : 1.05));
  const isBot = random.chance(0.18);
  const isRebased = random.chance(0.006);
  const first = isRebased
    ? finishedAt + random.whole(2, 50) * 60_000
    : workingMoment(finishedAt - Math.max(0.4, hours) * hourMs, random);
  const span = finishedAt - first;
  const opened = 0.15 + 0.25 * random.next();
  const merged = opened + (0.95 - opened) * (0.3 + 0.6 * random.next());
  return {
    sourceId: `harbourline/${service.name}#${number}`,
    title: isBot ? bumpTitle(random) : changeTitle(service.owner, random),
    author: isBot ? "renovate[bot]" : person(service, random),
    ...(random.chance(0.008) ? {} : { firstCommitAt: at(Math.min(first, Date.now())) }),
    ...(isRebased ? {} : { openedAt: at(first + span * opened), mergedAt: at(first + span * merged) }),
  };
}

function addFailure(
  service: Service,
  failed: SeedDeployment,
  progress: number,
  random: Random,
  history: History,
): void {
  if (!random.chance((0.095 - 0.035 * progress) * teamFactor(service))) return;
  const finishedAt = Date.parse(failed.finishedAt);
  const minutes = random.chance(0.12) ? random.whole(900, 4200) : Math.round(25 + 200 * random.next() ** 2.5);
  const isRepaired = random.chance(0.84);
  const isPaged = !isRepaired || random.chance(0.7);
  // Two or three of the last weeks nobody has closed yet.
  const isLost = !isRepaired && progress > 0.85 && random.chance(0.4);
  const cause = { source: failed.source, sourceId: failed.sourceId };
  const repairedAt = finishedAt + minutes * 60_000;
  if (isPaged) {
    history.incidents.push({
      source: "pagerduty",
      sourceId: "",
      title: symptomTitle(service.name, random),
      service: service.name,
      causedBy: cause,
      severity: service.tier === 1 ? random.pick(["critical", "major", "major"]) : random.pick(["major", "minor"]),
      startedAt: at(finishedAt + random.whole(2, 18) * 60_000),
      ...(isLost ? {} : { resolvedAt: at(repairedAt + random.whole(3, 25) * 60_000) }),
    });
  }
  if (!isRepaired) return;
  const isRollback = random.chance(0.45);
  const fix = isRollback
    ? []
    : [
        {
          sourceId: `harbourline/${failed.sourceId}-fix`,
          title: repairTitle(service.owner, random),
          author: person(service, random),
          firstCommitAt: at(repairedAt - Math.min(minutes * 0.6, 150) * 60_000),
          openedAt: at(repairedAt - minutes * 20_000),
          mergedAt: at(repairedAt - 9 * 60_000),
        },
      ];
  history.deployments.push({
    source: failed.source,
    sourceId: `${failed.sourceId}${isRollback ? "-rollback" : "-hotfix"}`,
    service: service.name,
    status: "succeeded",
    version: `${failed.version}${isRollback ? "-rollback" : "-hotfix"}`,
    deployedBy: person(service, random),
    isPlanned: false,
    fixes: cause,
    startedAt: at(repairedAt - 5 * 60_000),
    finishedAt: at(repairedAt),
    changes: fix,
  });
}

// What no deployment caused, and a job that is deployed but that nobody put into the catalog.
function addOutages(days: string[], history: History): void {
  const random = makeRandom("outages");
  for (let nth = 0; nth < 14; nth += 1) {
    const service = random.pick(services);
    const startedAt = momentOf(random.pick(days), random.whole(0, 1439)).getTime();
    const isSlow = random.chance(0.2);
    history.incidents.push({
      source: "pagerduty",
      sourceId: "",
      title: symptomTitle(service.name, random),
      service: service.name,
      severity: random.pick(["major", "minor"]),
      startedAt: at(startedAt),
      resolvedAt: at(startedAt + (isSlow ? random.whole(30, 90) * hourMs : random.whole(15, 240) * 60_000)),
    });
  }
  for (let place = 6; place < days.length; place += 21) {
    const finishedAt = momentOf(days[place] ?? "", 11 * 60 + 20).getTime();
    history.deployments.push({
      source: "jenkins",
      sourceId: `stock-sync-${place}`,
      service: "stock-sync",
      status: "succeeded",
      deployedBy: "cron",
      finishedAt: at(finishedAt),
    });
  }
}

// Commits are made when people work: a moment at night or on a weekend becomes one of the working day before.
function workingMoment(moment: number, random: Random): number {
  const date = new Date(moment);
  const hour = date.getUTCHours();
  const isAtWork = hour >= 7 && hour < 17;
  if (isAtWork && weekdayOf(at(moment).slice(0, 10)) < 5) return moment;
  if (!isAtWork && hour < 7) date.setUTCDate(date.getUTCDate() - 1);
  while (weekdayOf(date.toISOString().slice(0, 10)) > 4) date.setUTCDate(date.getUTCDate() - 1);
  return date.setUTCHours(random.whole(12, 16), random.whole(0, 59), 0, 0);
}

function teamFactor(service: Service): number {
  const factors: Partial<Record<Service["owner"], number>> = {
    payments: 0.75,
    foundation: 0.7,
    search: 0.8,
    fulfilment: 1.5,
    merchants: 1.6,
    risk: 1.3,
  };
  return factors[service.owner] ?? 1;
}

function person(service: Service, random: Random): string {
  return random.pick(people.filter((candidate) => candidate.team === service.owner)).name;
}

function version(day: string, nth: number): string {
  return `${day.replaceAll("-", ".")}-${nth}`;
}

function at(moment: number): string {
  return new Date(moment).toISOString();
}
