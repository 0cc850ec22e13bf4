import { expect, ownerConnection, test } from "../fixtures.ts";

test("a suggestion is accepted, several are set aside at once, and each is taken back; elsewhere it is seen by itself", async ({
  pageOf,
}) => {
  test.setTimeout(120_000);
  const sql = ownerConnection();
  const stamp = `${Date.now()}`;
  // Two names that are like Nora's, and one like nobody's.
  await sql`
    insert into person_aliases (org_id, kind, value, name)
    select o.org_id, 'author', v.value || ' ' || ${stamp}, v.name from orgs o,
      (values ('laptop', 'Nora Kelly'), ('phone', 'nora kelly'), ('stranger', null)) v(value, name) where o.slug = 'harbourline'`;
  const [page, viewer] = [await pageOf("admin"), await pageOf("viewer")];
  const address = (state: string) => `/harbourline/settings/who-is-who?state=${state}&text=${stamp}`;
  const isOpen = viewer.waitForResponse(/\/api\/v1\/live/);
  await viewer.goto(address("confirmed"));
  await isOpen;
  await expect(viewer.getByText("No name here is like that")).toBeVisible();

  await page.goto(address("suggested"));
  await expect(page.getByText("same name Nora Kelly")).toHaveCount(2);
  await page.getByRole("button", { name: "Accept Nora Kelly" }).first().click();
  await expect(viewer.getByRole("list", { name: "Names" }).getByText("said by Ines Okafor")).toBeVisible();
  await expect(viewer.getByRole("button", { name: /Take back/ })).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(viewer.getByText("No name here is like that")).toBeVisible();
  await expect(page.getByText("same name Nora Kelly")).toHaveCount(2);

  await page.getByRole("checkbox", { name: "Choose all" }).click();
  await page.getByRole("button", { name: "Accept 2" }).click();
  await expect(page.getByText("No name here is like that")).toBeVisible();
  // Her account says under which names she is known.
  await viewer.goto("/harbourline/settings/account");
  await expect(viewer.getByRole("list", { name: "Known as" }).getByText(`laptop ${stamp}`)).toBeVisible();

  await page.goto(address("open"));
  await page.getByRole("button", { name: `Choose: stranger ${stamp}` }).click();
  await page.getByRole("dialog").getByRole("combobox").fill("Mateo");
  await page.getByRole("option", { name: /Mateo Lindqvist/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "It is this person" }).click();
  await page.goto(address("confirmed"));
  await expect(page.getByText("is Mateo Lindqvist")).toBeVisible();
  await page.getByRole("button", { name: `Take back what was said about stranger ${stamp}` }).click();
  await expect(page.getByText(`stranger ${stamp}`)).toHaveCount(0);
  await sql`delete from person_aliases where value like ${`% ${stamp}`}`;
  await sql.end();
});

test("a person of the catalog says which member they are, and why", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog/user/ines");
  const panel = page
    .getByRole("region", { name: "Who this is" })
    .or(page.locator("section", { hasText: "Who this is" }))
    .last();
  await expect(panel.getByText("Ines Okafor", { exact: true })).toBeVisible();
  await expect(panel.getByText("same e-mail address ines@harbourline.example")).toBeVisible();
});
