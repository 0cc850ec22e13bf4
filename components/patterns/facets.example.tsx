import { Facets } from "#components/patterns/facets.tsx";

export default function Example() {
  return (
    <Facets
      className="max-w-[160px]"
      groups={[
        {
          param: "domain",
          title: "Domain",
          options: [
            { value: "money", label: "Money", count: 15 },
            { value: "commerce", label: "Commerce", count: 20 },
          ],
        },
        { param: "tier", title: "Tier", options: [{ value: "1", label: "Tier 1", count: 7 }] },
      ]}
    />
  );
}
