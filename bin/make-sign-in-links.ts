// Runs as a child of `npm start`, with the application's settings, and hands the links to its parent.
import { closeDatabases } from "#db/client.ts";
import { createDemoLinks } from "#lib/identity/sessions/create-demo-links.ts";
import { createSetupLink } from "#lib/identity/sessions/create-setup-link.ts";

async function makeLinks(): Promise<{ label: string; url: string }[]> {
  if (process.argv[2] === "demo") return createDemoLinks();
  const url = await createSetupLink();
  return url === null ? [] : [{ label: "Administrator", url }];
}

const links = await makeLinks();
await closeDatabases();
process.send?.(links);
