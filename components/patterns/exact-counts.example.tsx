import { ExactCounts } from "#components/patterns/exact-counts.tsx";
import { Facets } from "#components/patterns/facets.tsx";

/** Least figures, with their plus, as they are until the exact ones are there; here nobody asks for those. */
export default function Example() {
  return (
    <ExactCounts ask={null}>
      <Facets
        className="max-w-[160px]"
        groups={[
          {
            param: "type",
            title: "Type",
            isExact: false,
            options: [{ value: "service", label: "service", count: 6204 }],
          },
        ]}
      />
    </ExactCounts>
  );
}
