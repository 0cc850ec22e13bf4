import { headers } from "next/headers";
import { appOrigin } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";

/**
 * Refuses a mutation that does not come from our own pages. The framework runs one also when `Origin` is missing or equals a forged
 * `X-Forwarded-Host`; here it must equal the one address of this installation.
 */
export async function requireOwnOrigin(): Promise<void> {
  if ((await headers()).get("origin") !== appOrigin()) {
    throw new AppError("forbidden", `This page was opened under another address; open ${appOrigin()} and try again.`);
  }
}
