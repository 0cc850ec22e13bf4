import { expect, test } from "vitest";
import { readableAddress } from "#lib/web/readable-requests.ts";

test.each([
  ["/a/%ff%fe", "/a/%25ff%25fe"],
  ["/a/%c0%af/b?x=%ff", "/a/%25c0%25af/b?x=%ff"],
  ["/a/%ed%a0%80#%", "/a/%25ed%25a0%2580#%"],
  ["/100%/x%2fy", "/100%25/x%2fy"],
  ["/%zz", "/%25zz"],
])("%s is read as %s", (address, readable) => {
  expect(readableAddress(address)).toBe(readable);
  expect(() => decodeURIComponent(new URL(readable, "http://a").pathname)).not.toThrow();
});

test.each(["/", "/caf%C3%A9/%F0%9F%8C%8A", "/a%2Fb?q=100%", "/a%00b"])("%s stays as it is", (address) => {
  expect(readableAddress(address)).toBe(address);
});
