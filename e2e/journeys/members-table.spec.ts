import { expect, ownerConnection, test } from "../fixtures.ts";

const domain = `crowd-${Date.now()}.harbourline.example`;
// Twenty pages of 50 at least, in the middle of the alphabet of nobody else.
const crowd = 10_000;

// Who was made a member may have news by now: the people stay, the organization is as it was.
test.afterAll(async () => {
  const sql = ownerConnection();
  await sql`delete from memberships where person_id in (select id from people where email like ${`%@${domain}`})`;
  await sql.end();
});

test("ten thousand members are searched, sorted and paged; the roles of many are changed at once, and one of them back", async ({
  pageOf,
}) => {
  test.setTimeout(180_000);
  const sql = ownerConnection();
  await sql`
    with made as (insert into people (email, name)
      select 'crew-' || n || '@' || ${domain}, 'Crew ' || lpad(n::text, 5, '0') from generate_series(1, ${crowd}::int) n returning id)
    insert into memberships (org_id, person_id, role) select o.org_id, made.id, 'viewer' from made, orgs o where o.slug = 'harbourline'`;
  const page = await pageOf("admin");
  await page.goto("/harbourline/settings/members?text=crew-&rows=1000");
  const table = page.getByRole("table", { name: "Members" });
  await expect(page.getByText("1 to 1,000 of 10,000")).toBeVisible();
  // Of the thousand rows, those near the window are drawn.
  await expect.poll(() => table.getByRole("row").count()).toBeLessThan(120);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("1,001 to 2,000 of 10,000")).toBeVisible();
  await page.goto("/harbourline/settings/members?text=crew-9999&sort=name&direction=descending");
  await expect(page.getByText("1 to 1 of 1")).toBeVisible();

  await page.goto("/harbourline/settings/members?text=crew-777");
  const rows = table.getByRole("row").filter({ hasText: "Crew 0" });
  await expect(rows).toHaveCount(11);
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(async () => {
    await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
    await expect(bar.getByText("11 selected")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await bar.getByRole("button", { name: "Make member" }).click();
  await expect(page.getByRole("region", { name: "Make member" }).getByRole("status")).toHaveText(
    "Make member: 11 done",
    { timeout: 60_000 },
  );
  const roleOf = async (email: string) =>
    (await sql`select m.role from memberships m join people p on p.id = m.person_id where p.email = ${email}`)[0]?.[
      "role"
    ];
  expect(await roleOf(`crew-7771@${domain}`)).toBe("member");

  // One of them is made admin by mistake.
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("combobox", { name: "Role of Crew 07771" })).toHaveText("Member");
  await page.getByRole("combobox", { name: "Role of Crew 07771" }).click();
  await page.getByRole("option", { name: "Admin" }).click();
  await expect(page.getByText("Crew 07771 is admin now")).toBeVisible();
  expect(await roleOf(`crew-7771@${domain}`)).toBe("admin");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Crew 07771 is member again")).toBeVisible();
  expect(await roleOf(`crew-7771@${domain}`)).toBe("member");
  await sql.end();
});

test("e edits what the page is about, and the help says so", async ({ pageOf }) => {
  const page = await pageOf("admin");
  await page.goto("/harbourline/settings/account");
  const name = page.getByRole("main").getByRole("textbox", { name: "Name", exact: true });
  await expect(async () => {
    await page.keyboard.press("e");
    await expect(name).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await expect(name).toHaveValue("Ines Okafor");
  await name.blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" }).getByText("Edit: Name")).toBeVisible();
});
