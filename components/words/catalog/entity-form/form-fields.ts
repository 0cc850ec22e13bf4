/** How a value of a format looks. */
export const formatHints = {
  url: "An address such as https://example.com",
  "embedded-url": "An address that can be shown in a frame",
  email: "An e-mail address",
  "date-time": "A day or a time, such as 2026-01-31 or 2026-01-31T08:00:00Z",
  timer: "When it ends, such as 2026-01-31T08:00:00Z",
  ipv4: "Such as 192.0.2.1",
  ipv6: "Such as 2001:db8::1",
  "labelled-url": "An address, and what it is called",
};
export const title = "Title";
export const description = "Description";
export const owner = "Owner";
export const type = "Type";
export const lifecycle = "Lifecycle";
export const tags = "Tags";
export const onePerLine = "One per line";
export const links = "Links";
export const linkPerLine = "One per line: an address, then what it is called";
export const labels = "Labels";
export const annotations = "Annotations";
export const pairPerLine = "One per line, as key: value";
export const basics = "Basics";
export const properties = "Properties";
export const otherProperties = "Other properties";
export const relations = "Relations";
export const linksLabelsAndAnnotations = "Links, labels and annotations";
