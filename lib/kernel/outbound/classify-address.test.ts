import { expect, test } from "vitest";
import { classifyAddress } from "#lib/kernel/outbound/classify-address.ts";

const refused = [
  ..."0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 168.63.129.16 169.254.169.254 169.254.170.2".split(
    " ",
  ),
  ..."172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1".split(
    " ",
  ),
  ..."224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255".split(" "),
  ...":: ::1 0:0:0:0:0:0:0:1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:a9fe:a9fe ::ffff:8.8.8.8 ::127.0.0.1 ::8.8.8.8 ::ffff:0:127.0.0.1".split(
    " ",
  ),
  ..."64:ff9b::a9fe:a9fe 64:ff9b:1::a00:1 64:ff9b::808:808 2002:7f00:1:: 2002:808:808:: 2001::80ff:fffe 2001:20::1 2001:2::1".split(
    " ",
  ),
  ..."fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 febf::1 fec0::1 100::1 2001:db8::1 3fff::1 5f00::1 ff02::1 4000::1".split(
    " ",
  ),
  // Spellings that one parser reads as an address and another does not.
  ..."2130706433 0x7f000001 0177.0.0.1 127.1 127.0.1 0 127.000.000.001 8.8.8 08.8.8.8 1.1.1.1.1 ①②⑦.0.0.1 localhost".split(
    " ",
  ),
  "",
  " 8.8.8.8",
  "8.8.8.8 ",
];

test.each(refused)("%s is refused", (address) => {
  expect(classifyAddress(address)).toBe("refused");
});

test.each(
  "1.1.1.1 8.8.8.8 93.184.216.34 172.15.0.1 172.32.0.1 100.63.0.1 100.128.0.1 2606:4700:4700::1111 2a00:1450:4001:82a::200e".split(
    " ",
  ),
)("%s is public", (address) => {
  expect(classifyAddress(address)).toBe("public");
});

test("an opened network is allowed, its neighbours are not, and nonsense in the setting opens nothing", () => {
  expect(classifyAddress("10.1.2.3", ["10.1.0.0/16"])).toBe("allowed");
  expect(classifyAddress("10.2.2.3", ["10.1.0.0/16"])).toBe("refused");
  expect(classifyAddress("::ffff:10.1.2.3", ["10.1.0.0/16"])).toBe("refused");
  expect(classifyAddress("fd00::5", ["fd00::/8"])).toBe("allowed");
  expect(classifyAddress("10.1.2.3", ["ten", "10.1.2.3", ""])).toBe("refused");
});
