import { expect } from "@playwright/test";
import type { Role } from "#lib/kernel/permissions.ts";
import type { Caller } from "./matrix-callers.ts";

export type Answer = { status: number; text: string; location: string | null };
export type Cell = { door: string; caller: Caller; about: string; got: string; expected: string };

const parallel = 8;
const ranks: Record<Role, number> = { viewer: 0, member: 1, admin: 2 };
const rankOf: Partial<Record<Caller, number>> = { viewer: 0, member: 1, admin: 2, "viewer key": 0 };
export const mayPass = (caller: Caller, lowest: Role) => (rankOf[caller] ?? -1) >= ranks[lowest];

/** What a door answers, redirects not followed. */
export async function ask(url: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(url, { redirect: "manual", ...init });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get("location") };
}

/** Runs the cells a few at a time and tells every one that is not as declared. */
export async function check(what: string, cells: (() => Promise<Cell>)[]): Promise<void> {
  const wrong: string[] = [];
  const waiting = [...cells];
  const work = async () => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
      const { door, caller, about, got, expected } = await cell();
      if (!expected.split(" or ").includes(got))
        wrong.push(`${door}, ${caller}, ${about}: ${got} instead of ${expected}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  console.log(`matrix: ${cells.length} cells of ${what}`);
  expect(wrong).toEqual([]);
}

/** Fails with every door that is not declared, and with every declaration whose door is gone. */
export function expectSame(what: string, declared: string[], existing: string[]): void {
  const lists = {
    undeclared: existing
      .filter((door) => !declared.includes(door))
      .map((door) => `${what} ${door}: declare it in e2e/api/matrix-table.ts`),
    gone: declared
      .filter((door) => !existing.includes(door))
      .map((door) => `${what} ${door}: there is no such door (any more)`),
  };
  expect(lists).toEqual({ undeclared: [], gone: [] });
}

/** What may differ between the answers for a foreign and for a missing thing: what was asked for, and the request. */
const withoutNames = (text: string, name: string) =>
  name
    .split("/")
    .reduce(
      (rest, part) => rest.replace(new RegExp(`\\b${part}\\b`, "g"), "it"),
      text.replace(/"requestId":"[^"]*"/g, ""),
    );

/** The status that somebody gets who may not go through a door of the REST interface. */
export function refusalOf(caller: Caller): string {
  if (caller === "stranger") return "404";
  return ["anonymous", "revoked session", "expired key"].includes(caller) ? "401" : "403";
}

/** The one status of two answers that are the same but for what was asked for, else both in full. */
export function sameOrBoth(one: Answer, other: Answer, things: { foreign: string; missing: string }): string {
  const isSame =
    one.status === other.status && withoutNames(one.text, things.foreign) === withoutNames(other.text, things.missing);
  return isSame
    ? String(one.status)
    : `foreign ${one.status} ${one.text.slice(0, 200)}, missing ${other.status} ${other.text.slice(0, 200)}`;
}
