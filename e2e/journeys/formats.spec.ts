import { expect, expectAccessible, expectNoSidewaysScrolling, test } from "../fixtures.ts";

const later = new Date(Date.now() + 3 * 86_400_000).toISOString();
const property = (identifier: string, title: string, format: string, type = "string") => ({
  identifier,
  title,
  type,
  format,
});

/** One property of every format that there is. */
const properties = [
  property("home", "Home page", "url"),
  property("contact", "Contact", "email"),
  property("lead", "Lead", "user"),
  property("crew", "Crew", "team"),
  property("builtAt", "Built", "date-time"),
  property("support", "Support", "timer"),
  property("address4", "IPv4", "ipv4"),
  property("address6", "IPv6", "ipv6"),
  property("board", "Board", "labelled-url", "object"),
  property("frame", "Frame", "embedded-url"),
  property("settings", "Settings", "yaml"),
  property("notes", "Notes", "markdown"),
  property("rest", "REST", "openapi"),
  property("events", "Events", "asyncapi"),
  property("graph", "Graph", "graphql"),
  property("calls", "Calls", "grpc"),
];
const values = {
  home: "https://ship.example.com/",
  contact: "bridge@example.com",
  lead: "ines",
  crew: "payments",
  builtAt: "2026-01-31T08:00:00Z",
  support: later,
  address4: "192.0.2.1",
  address6: "2001:db8::1",
  board: { url: "https://board.example.com/7", title: "Board seven" },
  frame: "https://frames.example.com/1",
  settings: "replicas: 3\nregion: north",
  notes: "Read **this** first",
  rest: '{"openapi":"3.1.0","info":{"title":"Ship","version":"2"},"paths":{"/berths":{"get":{"summary":"List berths","responses":{"200":{"description":"All"}}}}}}',
  events:
    '{"asyncapi":"3.0.0","info":{"title":"Ship","version":"2"},"channels":{"arrivals":{"address":"arrivals","messages":{"arrived":{"payload":{"type":"object","properties":{"berth":{"type":"string"}}}}}}},"operations":{"onArrival":{"action":"receive","channel":{"$ref":"#/channels/arrivals"}}}}',
  graph: "type Query { berths: [String!]! }",
  calls:
    'syntax = "proto3"; package ship; service Berths { rpc List (Ask) returns (Answer); } message Ask {} message Answer {}',
};

test("every format of a property is shown as what it is, and entered in a form that says what is wrong at its field", async ({
  pageOf,
  origin,
}) => {
  test.setTimeout(180_000);
  const page = await pageOf("admin");
  const kind = `vessel-${Date.now()}`;
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/v1/${path}?org=harbourline`, { headers: { origin }, data });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await send("blueprints", { identifier: kind, title: "Vessel", pluralTitle: "Vessels", definition: { properties } });
  await send("entities", { blueprint: kind, identifier: "tug", title: "Tug", properties: values });

  await page.goto(`/harbourline/catalog/${kind}/tug`);
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: "ship.example.com/" })).toHaveAttribute("href", values.home);
  await expect(main.getByRole("link", { name: values.contact })).toHaveAttribute("href", `mailto:${values.contact}`);
  await expect(main.getByRole("link", { name: "Ines Okafor" })).toHaveAttribute("href", /\/catalog\/user\/ines$/);
  await expect(main.getByRole("link", { name: "Payments", exact: true })).toHaveAttribute("href", /\/group\/payments$/);
  await expect(main.locator(`time[datetime="${values.builtAt}"]`)).toBeVisible();
  await expect(main.locator(`time[datetime="${later}"]`)).toContainText(/ends in/);
  await expect(main.getByRole("button", { name: "Copy 192.0.2.1" })).toBeVisible();
  await expect(main.getByRole("button", { name: "Copy 2001:db8::1" })).toBeVisible();
  await expect(main.getByRole("link", { name: "Board seven" })).toHaveAttribute("href", values.board.url);
  // Whose pages are not allowed is said, and linked to.
  await expect(main.getByText(/Pages of https:\/\/frames\.example\.com are not allowed here/)).toBeVisible();
  await expect(main.getByRole("region", { name: "Settings", exact: true })).toContainText("replicas: 3");
  await expect(main.locator("strong", { hasText: "this" })).toBeVisible();
  // Definitions are there as they were written, each called what it is, to be copied.
  for (const [title, language, text] of [
    ["REST", "OpenAPI", "List berths"],
    ["Events", "AsyncAPI", "onArrival"],
    ["Graph", "GraphQL", "type Query"],
    ["Calls", "gRPC", "service Berths"],
  ] as const) {
    await expect(main.getByRole("heading", { name: title, exact: true })).toBeVisible();
    await expect(main.getByText(language, { exact: true })).toBeVisible();
    await expect(main.getByText(text).first()).toBeVisible();
  }
  await expectAccessible(page);
  for (const width of [390, 1680]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScrolling(page);
  }
  await page.setViewportSize({ width: 1280, height: 900 });

  // Each is entered in its own way; what is wrong is said where it was typed, and nothing typed is lost.
  await page.goto(`/harbourline/edit/${kind}/tug`);
  const field = (name: string) => page.getByLabel(new RegExp(`^${name}`)).first();
  await expect(field("Home page")).toHaveValue(values.home);
  await expect(page.getByRole("combobox", { name: /^Lead/ })).toHaveValue("Ines Okafor");
  await expect(page.getByRole("combobox", { name: /^Crew/ })).toHaveValue("Payments");
  await expect(field("Settings")).toHaveValue(values.settings);
  await expect(field("REST")).toHaveValue(values.rest);
  const wrong: Record<string, [typed: string, problem: RegExp]> = {
    "Home page": ["ship", /Use an address such as https:\/\/example\.com/],
    Contact: ["nobody", /Use an e-mail address/],
    Built: ["soon", /Use a time such as/],
    Support: ["later", /Use a time such as/],
    IPv4: ["300.1.1.1", /Use an address such as 192\.0\.2\.1/],
    IPv6: ["2001:::1", /Use an address such as 2001:db8::1/],
    Frame: ["ftp://frames.example.com", /Use an address that begins with https/],
    Board: ["nowhere", /url: Use an address/],
  };
  await expect(async () => {
    for (const [name, [typed]] of Object.entries(wrong)) await field(name).fill(typed);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Use an e-mail address such as")).toBeVisible({ timeout: 5_000 });
  }).toPass();
  for (const [name, [typed, problem]] of Object.entries(wrong)) {
    await expect(field(name)).toHaveAttribute("aria-invalid", "true");
    await expect(field(name)).toHaveAccessibleDescription(problem);
    await expect(field(name)).toHaveValue(typed);
  }
  await expectAccessible(page);
  const right: Record<string, string> = {
    "Home page": "https://tug.example.com/",
    Contact: "tug@example.com",
    Built: "2026-02-01",
    Support: "2020-01-01",
    IPv4: "192.0.2.77",
    IPv6: "2001:db8::77",
    Frame: "https://frames.example.com/2",
    Board: "https://board.example.com/8",
    Notes: "Now read **that**",
  };
  for (const [name, text] of Object.entries(right)) await field(name).fill(text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tug" })).toBeVisible();
  await expect(main.getByRole("link", { name: "tug.example.com/" })).toBeVisible();
  await expect(main.locator('time[datetime="2020-01-01"]')).toContainText(/over since/);
  await expect(main.getByRole("button", { name: "Copy 192.0.2.77" })).toBeVisible();
  await expect(main.locator("strong", { hasText: "that" })).toBeVisible();
  const dark = await pageOf("viewer", { colorScheme: "dark" });
  await dark.goto(`/harbourline/catalog/${kind}/tug`);
  await expect(dark.getByRole("heading", { level: 1, name: "Tug" })).toBeVisible();
  await expectAccessible(dark);
});
