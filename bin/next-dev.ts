// `next dev` runs the server in a child of its own, so its command watches for the supervisor itself: when that is killed, it tells
// the server to stop. Parameters are those of `next`.
import { pathToFileURL } from "node:url";
import { exitWhenOrphaned } from "#lib/kernel/orphan.ts";
import { programPath } from "./package-programs.ts";

exitWhenOrphaned();
const next = programPath("next", "next");
process.argv[1] = next;
await import(pathToFileURL(next).href);
