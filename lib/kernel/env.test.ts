import { expect, test } from "vitest";
import { parseSettings, SettingsError } from "#lib/kernel/env.ts";

const refusal = (environment: Record<string, string>) => {
  try {
    parseSettings(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  return "";
};

test("without anything set, everything has a safe default", () => {
  expect(parseSettings({ PATH: "/bin", HOME: "/root" })).toMatchObject({
    CAUSEWAY_HOST: "127.0.0.1",
    CAUSEWAY_PORT: 3000,
    CAUSEWAY_PRIVATE_NETWORKS: [],
    NODE_ENV: "production",
  });
});

test("a setting that does not exist is refused in one sentence that names it and what there is", () => {
  const message = refusal({ CAUSEWAY_PROT: "3001" });
  expect(message).toMatch(/^CAUSEWAY_PROT is not a setting of Causeway; remove it or use one of: .*CAUSEWAY_PORT.*\.$/);
  expect(message).not.toContain("\n");
});

test.each([
  [{ DATABASE_URL: "mysql://db" }, "DATABASE_URL"],
  [{ DATABASE_URL: "localhost:5432" }, "DATABASE_URL"],
  [{ CAUSEWAY_PORT: "70000" }, "CAUSEWAY_PORT"],
  [{ CAUSEWAY_PORT: "http" }, "CAUSEWAY_PORT"],
  [{ CAUSEWAY_SECRET: "short" }, "CAUSEWAY_SECRET"],
  [{ CAUSEWAY_ORIGIN: "javascript:alert(1)" }, "CAUSEWAY_ORIGIN"],
  [{ CAUSEWAY_LOG_LEVEL: "loud" }, "CAUSEWAY_LOG_LEVEL"],
  [{ CAUSEWAY_EMBED_ORIGINS: "https://a.example.com,javascript:alert(1)" }, "CAUSEWAY_EMBED_ORIGINS"],
])("%o is refused and named, and its value is not shown when it is a secret", (environment, name) => {
  expect(refusal(environment as Record<string, string>)).toMatch(new RegExp(`^${name} cannot be used: .+\\.$`));
  expect(refusal({ CAUSEWAY_SECRET: "hunter2" })).not.toContain("hunter2");
});

test("the demo does not go together with an outside database", () => {
  expect(refusal({ CAUSEWAY_DEMO: "on", DATABASE_URL: "postgres://me@db/causeway" })).toContain("CAUSEWAY_DEMO=off");
});

test("an empty variable is one that is not set, and a list is split", () => {
  expect(parseSettings({ CAUSEWAY_PORT: "", CAUSEWAY_PRIVATE_NETWORKS: "10.1.0.0/16, 127.0.0.1/32" })).toMatchObject({
    CAUSEWAY_PORT: 3000,
    CAUSEWAY_PRIVATE_NETWORKS: ["10.1.0.0/16", "127.0.0.1/32"],
  });
  // Of an address only its origin counts: nothing else of it may come into the policy.
  expect(
    parseSettings({ CAUSEWAY_EMBED_ORIGINS: "https://a.example.com/x?y; script-src *, https://a.example.com" }),
  ).toMatchObject({
    CAUSEWAY_EMBED_ORIGINS: ["https://a.example.com"],
  });
});
