import { Paving } from "#components/ui/paving.tsx";

export default function Example() {
  return (
    <div className="grid gap-3">
      <Paving
        size="lg"
        label="5 of 9 rules pass"
        blocks={[
          { state: "pass", title: "Owner is set" },
          { state: "pass" },
          { state: "fail", title: "Restore tested" },
          { state: "exempt" },
          { state: "error" },
          { state: "not-applicable" },
          { state: "not-yet" },
          { state: "open" },
          { state: "pass" },
        ]}
      />
      <Paving
        label="one Gold, two Silver, one None"
        blocks={[3, 2, 2, 1, 4, 0].map((level) => ({ state: "level", level }))}
      />
      <Paving size="xl" label="26 px" blocks={[3, 2, 2, 1, 4, 0].map((level) => ({ state: "level", level }))} />
    </div>
  );
}
