import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startOidcProvider } from "#lib/identity/providers/fixtures/start-oidc-provider.ts";
import { portalFile, type StartedPortal } from "./started-portal.ts";

/**
 * Starts a portal as a newcomer would: `npm start` in an empty data directory, then the links that it prints. Stopped with Ctrl-C's
 * signal at the end, which must take less than ten seconds.
 */
export default async function startPortal(): Promise<() => Promise<void>> {
  const { TEST_ORIGIN, TEST_DATA_DIR } = process.env;
  if (TEST_ORIGIN !== undefined && TEST_DATA_DIR !== undefined) {
    // While writing a journey: a portal that runs already. Its one-click links are used up, so the first-start journey cannot pass.
    remember({ origin: TEST_ORIGIN, dataDir: TEST_DATA_DIR, pid: 0, links: {} });
    return async () => {};
  }
  const port = await freePort();
  const provider = await startOidcProvider({
    redirectUri: `http://127.0.0.1:${port}/api/auth/callback/oidc`,
    findPerson: (login) => ({ email: `${login}@idp.example`, name: login }),
  });
  const dataDir = mkdtempSync(join(tmpdir(), "causeway-journeys-"));
  const child = spawn("node", ["bin/causeway.mjs", "start"], {
    cwd: join(import.meta.dirname, ".."),
    env: {
      ...process.env,
      NODE_ENV: "production",
      CAUSEWAY_DATA_DIR: dataDir,
      CAUSEWAY_PORT: String(port),
      // The journeys' own git server and provider are on this machine.
      CAUSEWAY_PRIVATE_NETWORKS: "127.0.0.1/32",
      CAUSEWAY_OIDC_ISSUER: provider.issuer,
      CAUSEWAY_OIDC_CLIENT_ID: provider.clientId,
      CAUSEWAY_OIDC_CLIENT_SECRET: provider.clientSecret,
      CAUSEWAY_OIDC_NAME: "Journey SSO",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/viewer\s+http/.test(output)) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then((code) => reject(new Error(`The portal ended with code ${code} before it was ready:\n${output}`)));
    setTimeout(() => reject(new Error(`The portal was not ready within 5 minutes:\n${output}`)), 300_000).unref();
  });
  await ready;
  const links = Object.fromEntries(
    [...output.matchAll(/^\s*(admin|member|viewer)\s+(http\S+)/gm)].map((match) => [match[1], match[2]]),
  );
  remember({ origin: `http://127.0.0.1:${port}`, dataDir, pid: child.pid ?? 0, links });
  return async () => {
    const askedAt = performance.now();
    child.kill("SIGINT");
    const code = await ended;
    await provider.stop();
    const tookMs = performance.now() - askedAt;
    rmSync(dataDir, { recursive: true, force: true });
    if (tookMs > 10_000) throw new Error(`The portal took ${Math.round(tookMs)} ms to stop; at most 10 s are promised`);
    if (code !== 0 && code !== 130) throw new Error(`The portal ended with code ${code}:\n${output.slice(-2000)}`);
  };
}

function remember(portal: StartedPortal): void {
  mkdirSync(dirname(portalFile), { recursive: true });
  writeFileSync(portalFile, JSON.stringify(portal));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
