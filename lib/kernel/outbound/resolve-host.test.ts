import { expect, test } from "vitest";
import { AppError } from "#lib/kernel/errors.ts";
import { parseOutboundUrl } from "#lib/kernel/outbound/parse-outbound-url.ts";
import { resolveHost } from "#lib/kernel/outbound/resolve-host.ts";

const hosts = [
  ..."2130706433 3232235521 2852039166 0177.0.0.1 017700000001 0177.1 0x7f.1 0x7f000001 0xffffffff 127.1 127.0.1 0 127.000.000.001 1.1.1.1.1".split(
    " ",
  ),
  ..."127.0.0.1 10.0.0.1 192.168.1.1 169.254.169.254 168.63.129.16 100.100.100.200 192.0.0.192 0.0.0.0 255.255.255.255".split(
    " ",
  ),
  ..."[::] [::1] [::ffff:127.0.0.1] [::ffff:a9fe:a9fe] [::127.0.0.1] [::ffff:0:127.0.0.1] [64:ff9b::a9fe:a9fe] [2002:7f00:1::] [2001::80ff:fffe]".split(
    " ",
  ),
  ..."[fc00::1] [fd00:ec2::254] [fe80::1] [fe80::1%25eth0] [fec0::1] [100::1] [2001:db8::1]".split(" "),
  ..."localhost localhost. LOCALHOST a.localhost single printer.local metadata.google.internal api.svc.cluster.local".split(
    " ",
  ),
  ..."①②⑦.⓪.⓪.① 127。0。0。1 ⓛocalhost %31%32%37.0.0.1 127.0.0.1%00.example.com".split(" "),
];

const forms = [
  ...hosts.flatMap((host) => [`https://${host}/`, `http://${host}/`]),
  "http://1.1.1.1\\@127.0.0.1/",
  "http://127.0.0.1:80\\@example.com/",
  "http://user@127.0.0.1",
  "https://user:secret@example.com/",
  "https://@example.com/",
  "http:/127.0.0.1",
  "http:127.0.0.1",
  "//127.0.0.1/",
  "127.0.0.1",
  "https://example.com#@127.0.0.1\t",
  "https://exa\nmple.com/",
  "https://exa\rmple.com/",
  " https://example.com/",
  `https://${"a".repeat(2_000)}.example.com/`,
  ..."gopher file ftp dict ldap tftp data javascript blob ws wss unix jar ext ssh git"
    .split(" ")
    .map((scheme) => `${scheme}://example.com/`),
  "data:text/plain,x",
  "javascript:alert(1)",
  "ext::sh -c id",
  "--upload-pack=id",
  "-oProxyCommand=id",
  "git@example.com:a/b.git",
  ...[22, 25, 53, 5432, 6379, 2375, 10250].map((port) => `https://example.com:${port}/`),
  "",
];

// Every name resolves to a public address here: a form has to be refused for what it is.
const lookUp = async () => [{ address: "93.184.216.34", family: 4 }];

test.each(forms)("%j is refused with a sentence", async (form) => {
  const attempt = async () => resolveHost(parseOutboundUrl(form), { networks: [], lookUp });
  const error = await attempt().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: "invalid", fields: [{ path: "url" }] });
});

test("a name is refused as soon as one of its addresses is private", async () => {
  const mixed = async () => [
    { address: "93.184.216.34", family: 4 },
    { address: "10.0.0.1", family: 4 },
  ];
  await expect(resolveHost(new URL("https://example.com/"), { networks: [], lookUp: mixed })).rejects.toThrow(
    "private network",
  );
  await expect(
    resolveHost(new URL("https://example.com/"), { networks: ["10.0.0.0/8"], lookUp: mixed }),
  ).resolves.toMatchObject({ isPrivate: false });
});

test("a name is resolved once, and all its addresses are handed on", async () => {
  let count = 0;
  const once = async () => {
    count += 1;
    return [
      { address: "93.184.216.34", family: 4 },
      { address: "2606:2800:220:1:248:1893:25c8:1946", family: 6 },
    ];
  };
  const host = await resolveHost(new URL("https://Example.com./x"), { networks: [], lookUp: once });
  expect(host).toEqual({
    hostname: "example.com",
    port: 443,
    isPrivate: false,
    addresses: [
      { address: "93.184.216.34", family: 4 },
      { address: "2606:2800:220:1:248:1893:25c8:1946", family: 6 },
    ],
  });
  expect(count).toBe(1);
});

test("a name server that is silent or knows nothing is said to be so", async () => {
  await expect(
    resolveHost(new URL("https://example.com/"), { networks: [], lookUp: () => new Promise(() => undefined) }),
  ).rejects.toMatchObject({ code: "unavailable" });
  await expect(resolveHost(new URL("https://example.com/"), { networks: [], lookUp: async () => [] })).rejects.toThrow(
    "does not exist",
  );
});
