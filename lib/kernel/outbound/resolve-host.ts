import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { settings } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { classifyAddress } from "#lib/kernel/outbound/classify-address.ts";

export type ResolvedAddress = { address: string; family: 4 | 6 };
export type ResolvedHost = {
  /** Without brackets and final dot. */
  hostname: string;
  port: number;
  /** What to connect to: nothing may resolve the name again. */
  addresses: ResolvedAddress[];
  /** Every address lies in a network that an operator opened. */
  isPrivate: boolean;
};

export type ResolveOptions = {
  /** Opened private networks. Default: the setting CAUSEWAY_PRIVATE_NETWORKS. */
  networks?: readonly string[] | undefined;
  /** Name resolution, for tests. */
  lookUp?: ((hostname: string) => Promise<{ address: string; family: number }[]>) | undefined;
  /** The input field that an error names. */
  path?: string | undefined;
};

const lookUpTimeoutMs = 2_000;
const publicPorts = new Set([80, 443]);
// Names that mean this machine or this network wherever they are resolved.
const localName =
  /^(?:localhost|[^.]+)$|\.(?:localhost|local|internal|intranet|home\.arpa|lan|corp|home)$|\.svc\.cluster\.local$/;

/**
 * Resolves the host of an address once and checks every answer: all have to be public, or all in opened networks. The connection is then
 * made to exactly these addresses, so that a second answer of the name server cannot lead elsewhere.
 * @throws AppError `invalid` with a sentence about what is refused, `unavailable` when the name server does not answer.
 */
export async function resolveHost(url: URL, options: ResolveOptions = {}): Promise<ResolvedHost> {
  const networks = options.networks ?? settings().CAUSEWAY_PRIVATE_NETWORKS;
  const refuse = (message: string) => new AppError("invalid", message, [{ path: options.path ?? "url", message }]);
  const hostname = url.hostname
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
  const port = url.port === "" ? (url.protocol === "http:" ? 80 : 443) : Number(url.port);
  const answers =
    isIP(hostname) === 0
      ? await lookUpAll(hostname, options.lookUp ?? lookUpByName, refuse)
      : [{ address: hostname, family: isIP(hostname) }];
  const classes = answers.map(({ address }) => classifyAddress(address, networks));
  const isPrivate = classes.every((name) => name === "allowed");
  const isLocalName = isIP(hostname) === 0 && localName.test(hostname);
  if (classes.includes("refused") || (isLocalName && !isPrivate)) {
    throw refuse(
      `${hostname} is in a private network, which Causeway does not connect to; an operator can open the network with CAUSEWAY_PRIVATE_NETWORKS.`,
    );
  }
  if (!isPrivate && !publicPorts.has(port))
    throw refuse(`Port ${port} is not used for connections to the internet; use an address with the usual port.`);
  return {
    hostname,
    port,
    addresses: answers.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })),
    isPrivate,
  };
}

async function lookUpByName(hostname: string): Promise<{ address: string; family: number }[]> {
  return lookup(hostname, { all: true, verbatim: true });
}

async function lookUpAll(
  hostname: string,
  lookUp: (hostname: string) => Promise<{ address: string; family: number }[]>,
  refuse: (message: string) => AppError,
): Promise<{ address: string; family: number }[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), lookUpTimeoutMs);
  });
  try {
    const answers = await Promise.race([lookUp(hostname), late]);
    if (answers === "late")
      throw new AppError(
        "unavailable",
        `The name ${hostname} could not be looked up in ${lookUpTimeoutMs / 1000} seconds; try again in a moment.`,
      );
    if (answers.length === 0) throw refuse(`The host ${hostname} does not exist; check the address.`);
    return answers;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EAI_AGAIN")
      throw new AppError(
        "unavailable",
        `The name ${hostname} could not be looked up; check the address and the network.`,
      );
    throw refuse(`The host ${hostname} does not exist; check the address.`);
  } finally {
    clearTimeout(timer);
  }
}
