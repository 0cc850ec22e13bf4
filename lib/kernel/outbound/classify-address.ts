import ipaddr from "ipaddr.js";

/**
 * IPv4 ranges that are not the public internet, beyond those `ipaddr.js` knows. 168.63.129.16 answers inside Azure only, although it looks public.
 */
const refusedIpv4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
].map((range) => ipaddr.IPv4.parseCIDR(range));

/** The only IPv6 block given out for the public internet, and the parts of it that are not: tunnels carry an IPv4 address inside. */
const publicIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");
const refusedIpv6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
);

export type AddressClass = "public" | "allowed" | "refused";

/**
 * Whether a connection to an IP address may be made: `public`, `allowed` because it lies in one of the networks (CIDR) that an operator
 * opened, or `refused`. Only the usual spelling of an address is accepted, so that nobody's parser disagrees with the one that connects.
 */
export function classifyAddress(address: string, networks: readonly string[] = []): AddressClass {
  const isIpv4 = ipaddr.IPv4.isValidFourPartDecimal(address);
  if (!isIpv4 && (address.includes("%") || !ipaddr.IPv6.isValid(address))) return "refused";
  const parsed = isIpv4 ? ipaddr.IPv4.parse(address) : ipaddr.IPv6.parse(address);
  if (networks.some((network) => contains(network, parsed))) return "allowed";
  if (parsed.range() !== "unicast") return "refused";
  if (parsed instanceof ipaddr.IPv4) return refusedIpv4.some((range) => parsed.match(range)) ? "refused" : "public";
  return parsed.match(publicIpv6) && !refusedIpv6.some((range) => parsed.match(range)) ? "public" : "refused";
}

function contains(network: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (!ipaddr.isValidCIDR(network)) return false;
  const [base, prefixLength] = ipaddr.parseCIDR(network);
  if (base instanceof ipaddr.IPv4) return address instanceof ipaddr.IPv4 && address.match(base, prefixLength);
  return address instanceof ipaddr.IPv6 && address.match(base, prefixLength);
}
