/** What regions are called, by their names' alphabet. */
export function regionNames<Region extends string>(regions: readonly Region[]): { region: Region; name: string }[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return regions
    .map((region) => ({ region, name: names.of(region) ?? region }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}
