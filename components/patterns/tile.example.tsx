import { NotMeasurable, Tile } from "#components/patterns/tile.tsx";
import { Button } from "#components/ui/button.tsx";
import { Plug } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export default function Example() {
  return (
    <div className="grid grid-cols-4 gap-2 phone:grid-cols-1">
      <Tile
        name="Change lead time"
        value="18.6"
        unit="h p50"
        selected
        href="/dev/shelf"
        spread={[
          { label: "p75", value: "39 h" },
          { label: "p90", value: "74 h" },
        ]}
        points={[36, 34, 35, 30, 31, 26, 28, 22, 21, 19, 20, 17, 15]}
        previous={[44, 46, 43, 47, 42, 45, 41, 43, 40, 42, 39, 40, 38]}
        change={{ text: "49 %", direction: "down", verdict: "better", from: "36.3 h" }}
        sampleSize={1284}
      />
      <Tile
        name="Deployment rework rate"
        value="5.4"
        unit="%"
        spread={[{ label: "95 % CI", value: "4.2 to 7.0" }]}
        points={[4, 4.2, 4.4, 4.5, 4.3, 5, 5.1, 5.4]}
        change={{ text: "0.8 pt", direction: "up", verdict: "worse", from: "4.6 %" }}
        sampleSize={1031}
      />
      <Tile
        name="Change fail rate"
        value="8.3"
        unit="%"
        stale
        pill={<Pill tone="note">as of 11:52</Pill>}
        points={[9, 8, 9, 7, 8, 6, 7, 5]}
        note={<TextLink href="/dev/shelf">Open source</TextLink>}
      />
      <NotMeasurable
        name="Failed deployment recovery"
        reason="86 deployments failed; none says which later one fixed it."
        action={
          <Button size="sm" icon={<Plug />}>
            Connect incidents
          </Button>
        }
      />
    </div>
  );
}
