import { expect, expectAccessible, expectNoSidewaysScrolling, test } from "../fixtures.ts";

test("the audit log is narrowed by pieces, by keyboard alone, and back takes the last one off", async ({ pageOf }) => {
  const page = await pageOf("admin");
  await page.goto("/harbourline/audit");
  const rows = page.getByRole("table", { name: "Audit entries" }).locator("tr[data-row]");
  await expect(rows.first()).toBeVisible();
  const search = page.getByRole("searchbox", { name: "Search in everything" });
  await expect(async () => {
    await page.keyboard.press("f");
    await expect(search).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await search.pressSequentially("operation:member.add");
  await page.keyboard.press("Enter");
  const operation = page.getByRole("button", { name: /^Operation is member\.add/ });
  await expect(operation).toBeVisible();
  await expect(search).toHaveValue("");
  await expect(page).toHaveURL(/operation=member\.add/);
  await expect.poll(async () => (await rows.allInnerTexts()).every((text) => text.includes("member.add"))).toBe(true);

  await page.getByRole("button", { name: "Filter", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Day" }).press("Enter");
  await dialog.getByRole("button", { name: "up to" }).press("Enter");
  await dialog.getByLabel("Day up to").fill("2020-01-31");
  await dialog.getByLabel("Day up to").press("Enter");
  await expect(page.getByText("No entry matches")).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(rows.first()).toBeVisible();
  await expect(page).toHaveURL(/operation=member\.add$/);

  await search.focus();
  await page.keyboard.press("Backspace");
  await expect(operation).toHaveCount(0);
  await expect(page).not.toHaveURL(/operation=/);
  // What is typed is one step in the history, not one for each letter.
  await search.pressSequentially("nothing that anybody did", { delay: 60 });
  await expect(page.getByText("No entry matches")).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue("");
  await page.goto("/harbourline/audit?actor=sample&door=seed&text=entity");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\/audit$/);
});

test("filters fit on a phone, and values of one filter are alternatives", async ({ pageOf }) => {
  const page = await pageOf("viewer", { width: 390 });
  await page.goto("/harbourline/catalog?lifecycle=production");
  await expect(page.getByRole("button", { name: /^Lifecycle is production/ })).toBeVisible();
  await expectNoSidewaysScrolling(page);
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await dialog.getByRole("button", { name: "Owner" }).click();
  await dialog.getByRole("checkbox", { name: /^Payments/ }).click();
  await dialog.getByRole("checkbox", { name: /^Ledger/ }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("button", { name: /^Owner is Payments or Ledger/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Lifecycle is production/ })).toBeVisible();
  await expectNoSidewaysScrolling(page);
});

test("a list with words has the best match first, says so, and is sorted by a column and ranked again", async ({
  pageOf,
}) => {
  const page = await pageOf("admin");
  const stamp = Date.now().toString(36);
  const word = `mole${stamp}`;
  await page.goto("/harbourline/catalog");
  const described = [
    [`b${stamp}`, "Aardvark", `Reads what ${word} writes`],
    [`c${stamp}`, `Around${word}`, "Has it within a word"],
    [`d${stamp}`, `A ${word}`, "Has it as a word"],
    [`${word}-tail`, `${word} tail`, "Begins with it"],
    [word, "Zebra", "Is called so"],
  ];
  const text = described.map(([name, title, description]) =>
    [
      "apiVersion: backstage.io/v1alpha1",
      "kind: Component",
      `metadata: { name: ${name}, title: ${title}, description: ${description} }`,
      "spec: { type: service, lifecycle: production, owner: payments }",
    ].join("\n"),
  );
  const answer = await page.request.post("/api/v1/catalog/imports?org=harbourline", {
    headers: { origin: new URL(page.url()).origin },
    data: { source: { kind: "paste", text: text.join("\n---\n") } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);

  const best = ["Zebra", `${word} tail`, `A ${word}`, `Around${word}`, "Aardvark"];
  const rows = page.getByRole("table", { name: "Components" }).locator("tr[data-row]");
  await page.goto("/harbourline/catalog?blueprint=component");
  const search = page.getByRole("searchbox", { name: "Search the catalog" });
  await expect(async () => {
    await search.fill(word);
    await search.press("Enter");
    await expect(page).toHaveURL(new RegExp(`text=${word}`), { timeout: 5_000 });
  }).toPass();
  await expect(page.getByText("Best match first", { exact: true })).toBeVisible();
  await expect(rows).toContainText(best);
  await expectAccessible(page);

  // The file has the order of the list.
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const stream = await (await download).createReadStream();
  const file = (await stream.toArray()).join("");
  expect(
    file
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(",")[2]),
  ).toEqual(best);

  await page.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
  await expect(page.getByText("Sorted by name.")).toBeVisible();
  await expect(rows.first()).toContainText(`A ${word}`);
  await expect(page).toHaveURL(/sort=title/);
  await page.getByRole("link", { name: "Best match first instead" }).click();
  await expect(rows).toContainText(best);
  await expect(page).not.toHaveURL(/sort=/);
  // As a query it is the same list in the same order.
  await page.getByRole("link", { name: "Query", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Query" })).toHaveValue(new RegExp(word));
  await expect(rows).toContainText(best);

  // Hardly anything has the misspelled word: what was meant is told beside it.
  await page.goto(`/harbourline/catalog?blueprint=component&text=${word.slice(0, 6)}q${word.slice(6)}`);
  await expect(page.getByText("Nothing has these words. The nearest names in the catalog:")).toBeVisible();
  await expect(page.getByRole("link", { name: `${word} tail` })).toBeVisible();

  const gone = await page.request.post("/api/v1/entities/archive/many?org=harbourline", {
    headers: { origin: new URL(page.url()).origin },
    data: { entities: described.map(([identifier]) => ({ blueprint: "component", identifier })), reason: "" },
  });
  expect(gone.ok(), await gone.text()).toBe(true);
});
