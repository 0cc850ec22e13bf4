import { hostileCall, hostileMarkup, hostileSchemes } from "#components/patterns/testing.ts";
import { expect, ownerConnection, test } from "../fixtures.ts";
import { makeOwnOrg } from "../own-org.ts";

const isLong = process.env["TEST_LONG"] === "1";
/** Every so-manieth of the corpus, begun somewhere else each time. */
const step = isLong ? 1 : 24;
const start = Number(process.env["TEST_SEED"] ?? 0) % step;
const payloads = [
  ...hostileMarkup.filter((_, index) => index % step === start),
  // What ends an attribute, a text, a script or a template of ours.
  `"><img src=x onerror=${hostileCall}>`,
  `'><svg onload=${hostileCall}>`,
  `</script><script>${hostileCall}</script>`,
  `</title></textarea></style><script>${hostileCall}</script>`,
  `{{constructor.constructor('${hostileCall}')()}}`,
  `\u2028</script>\u2029<script>${hostileCall}//`,
];
const schemes = hostileSchemes.map((scheme) => `${scheme}${hostileCall}`);
const at = <T>(list: T[], index: number) => list[index % list.length] as T;

/** Elements and attributes that nothing of ours makes: whoever wrote them came through. */
function findForeign(): string[] {
  const handlers = [...document.querySelectorAll("*")].filter((element) =>
    element.getAttributeNames().some((name) => /^on/i.test(name) || name === "srcdoc" || name === "formaction"),
  );
  const elements = document.querySelectorAll(
    "iframe, object, embed, base, math, marquee, audio, video, frame, xmp, img[src='x'], body svg script, meta[http-equiv='refresh']",
  );
  const links = [...document.querySelectorAll<HTMLElement>("[href], [action]")].filter((element) => {
    const address = element.getAttribute("href") ?? element.getAttribute("action") ?? "";
    const { protocol, host } = new URL(address, location.href);
    const isOwn = /^https?:$/.test(protocol) && host === location.host;
    return !isOwn && !/^(https:|http:|mailto:)$/.test(protocol);
  });
  const scripts = [...document.querySelectorAll("script")].filter((script) =>
    script.textContent?.trim().startsWith("window.canary"),
  );
  return [...handlers, ...elements, ...links, ...scripts].map((element) => element.outerHTML.slice(0, 200));
}

test("whatever people and files write, nothing of it runs or becomes an element: in every place and without the content security policy's help", async ({
  browser,
  origin,
}) => {
  test.setTimeout(isLong ? 1_800_000 : 240_000);
  const { slug, session } = await makeOwnOrg(origin, {
    prefix: "hostile",
    org: `<img src=x onerror=${hostileCall}>`,
    person: `<svg onload=${hostileCall}>`,
  });
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(`${origin}/api/v1${path}?org=${slug}`, {
      method,
      headers: { cookie: `causeway-session=${session}`, origin, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 600)}`);
    return (await answer.json()) as Record<string, unknown>;
  };

  // JSON is YAML: no quoting of ours stands between the payload and the reader.
  const documents = payloads.map((payload, index) =>
    JSON.stringify({
      apiVersion: "backstage.io/v1alpha1",
      kind: at(["Component", "API", "System", "Resource"], index),
      metadata: {
        name: `hostile-${index}`,
        title: payload.slice(0, 200),
        description: payload,
        annotations: { "example.com/note": payload, "backstage.io/view-url": at(schemes, index) },
        labels: { "example.com/label": "x" },
        tags: ["a"],
        links: [
          { url: at(schemes, index), title: payload.slice(0, 120) },
          { url: `https://example.com/?q=${payload}`, title: "outside" },
        ],
      },
      spec: {
        type: payload.slice(0, 60),
        lifecycle: payload.slice(0, 60),
        owner: `group:${index}`,
        system: `hostile-${index - 1}`,
        definition: payload,
        dependsOn: [`component:hostile-${index - 4}`],
      },
    }),
  );
  const imported = await send("POST", "/catalog/imports", {
    source: { kind: "paste", text: `${documents.join("\n---\n")}\n---\n"${payloads[0]}": [` },
  });
  const few = payloads.slice(isLong ? -40 : -5);
  for (const [index, text] of few.entries()) {
    const name = text.slice(0, 100);
    await send("POST", "/members", { name, email: `hostile-${index}-${slug}@own.example`, role: "viewer" });
    await send("POST", "/keys", { name, role: "viewer" });
    await send("POST", "/service-accounts", { name, role: "viewer" });
    await send("POST", "/webhooks", { name });
  }
  const payload = few[0] ?? "";
  const levels = few.slice(0, 3).map((text) => text.slice(0, 40));
  await send("PUT", "/scorecards/ownership-and-docs", {
    title: payload,
    description: payload,
    filter: 'blueprint = "component"',
    levels,
    rules: few.map((text, index) => ({
      identifier: `r${index}`,
      title: text.slice(0, 100),
      description: text,
      level: at(levels, index),
      query: "owner exists",
      remedy: text,
    })),
  });
  // Runs as a template or a script would have left them.
  const sql = ownerConnection();
  for (const [index, payload] of few.entries()) {
    const links = [{ title: payload, url: at(schemes, index), href: at(schemes, index), kind: "link" }];
    const [run] =
      await sql`insert into runs (org_id, number, action_id, title, status, inputs, outputs, links, error, started_by_kind, started_by_name, finished_at, started_at)
      select o.org_id, ${index + 1}, a.id, ${payload}, 'failed', ${sql.json({ name: payload })}, ${sql.json({ name: payload })}, ${sql.json(links)}, ${payload}, 'person', ${payload}, now(), now()
      from orgs o join actions a on a.org_id = o.org_id where o.slug = ${slug} limit 1 returning org_id, id`;
    await sql`insert into run_steps (org_id, run_id, position, identifier, title, status, summary, outputs)
      values (${run?.["org_id"]}, ${run?.["id"]}, 1, 'step', ${payload}, 'failed', ${payload}, ${sql.json({ link: at(schemes, index) })})`;
    for (const [line, text] of [
      payload,
      `\u001b]8;;${at(schemes, index)}\u0007link\u001b]8;;\u0007`,
      `\u001b[31m${payload}\u001b[0m`,
    ].entries())
      await sql`insert into run_log_lines (org_id, run_id, line, step_position, kind, text) values (${run?.["org_id"]}, ${run?.["id"]}, ${line + 1}, 1, 'text', ${text})`;
  }
  const entities = await sql<{ blueprint: string; identifier: string }[]>`
    select e.blueprint, e.identifier from entities e
    join orgs o on o.org_id = e.org_id where o.slug = ${slug} and e.identifier like 'hostile-%' order by e.identifier`;
  await sql.end();
  expect(entities.length, "entities that took their payload").toBeGreaterThan(payloads.length / 2);

  // Without the policy's help: what is not harmless by itself would run.
  const context = await browser.newContext({ baseURL: origin, bypassCSP: true });
  await context.addCookies([
    { name: "causeway-session", value: session, url: origin, httpOnly: true, sameSite: "Lax" },
  ]);
  await context.addInitScript(() => {
    Object.defineProperty(window, "canary", {
      get: () => undefined,
      set: () => sessionStorage.setItem("canary", location.href),
    });
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.dismiss());
  const wrong: string[] = [];
  const look = async (path: string) => {
    const ran = await page.evaluate(() => sessionStorage.getItem("canary"));
    if (ran !== null) wrong.push(`${path}: ran at ${ran}`);
    await page.evaluate(() => sessionStorage.removeItem("canary"));
    wrong.push(...(await page.evaluate(findForeign)).map((html) => `${path}: ${html}`));
  };
  const shown = isLong ? entities : entities.filter((_, index) => index % Math.ceil(entities.length / 6) === 0);
  const paths = [
    "",
    "/catalog",
    "/catalog?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.canary%3D1%3E",
    ...shown.map(({ blueprint, identifier }) => `/catalog/${blueprint}/${identifier}`),
    "/scorecards",
    "/scorecards/ownership-and-docs",
    "/actions",
    "/runs",
    ...few.map((_, index) => `/runs/${index + 1}`),
    "/sources",
    `/sources/imports/${String(imported["id"])}`,
    "/dashboards/delivery",
    "/inbox",
    "/audit",
    "/settings",
    "/settings/members",
    "/settings/keys",
    "/settings/webhooks",
    "/settings/queue",
    "/settings/account",
    "/settings/organization",
    "/api-reference",
  ];
  for (const path of paths) {
    const answer = await page.goto(`/${slug}${path}`);
    if (answer?.status() !== 200 && !path.startsWith("/sources/")) wrong.push(`${path}: ${answer?.status()}`);
    // What reads once more in the browser has its turn, too.
    await page.waitForTimeout(250);
    await look(path);
  }
  await page.goto(`/${slug}/catalog`);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("hostile");
  await page.waitForTimeout(700);
  await look("the command palette");
  console.log(`hostile content: ${payloads.length} texts in ${entities.length} entities and ${paths.length} pages`);
  expect(wrong.slice(0, 20), `${wrong.length} places`).toEqual([]);

  // The break: the same payload where nothing makes it harmless is found by both ways of looking.
  await page.evaluate(
    (html) => document.body.insertAdjacentHTML("beforeend", html),
    `<img src=x onerror=${hostileCall}>`,
  );
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("canary"))).not.toBeNull();
  expect(await page.evaluate(findForeign)).not.toEqual([]);
  await context.close();
});

test("thousands of tags are one line that is opened, and links of the same name are all there", async ({
  pageOf,
  origin,
}) => {
  const page = await pageOf("member");
  const text = [
    "apiVersion: backstage.io/v1alpha1",
    "kind: Resource",
    "metadata:",
    "  name: much-tagged",
    `  tags: [${Array.from({ length: 10_000 }, (_, at) => `t${at}`).join(", ")}]`,
    "  links: [{ url: https://one.example }, { url: https://two.example }]",
    "spec: { type: database, owner: payments }",
  ].join("\n");
  const answer = await page.request.post("/api/v1/catalog/imports?org=harbourline", {
    headers: { origin },
    data: { source: { kind: "paste", text } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.goto("/harbourline/catalog/resource/much-tagged");
  await page.getByText("9,960 more").click();
  await expect(page.getByText("t9998, t9999")).toBeVisible();
  for (const name of ["one.example", "two.example"])
    await expect(page.getByRole("definition").getByRole("link", { name })).toBeVisible();
});
