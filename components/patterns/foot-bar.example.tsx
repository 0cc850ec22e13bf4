import { FootBar } from "#components/patterns/foot-bar.tsx";
import { Button } from "#components/ui/button.tsx";

export default function Example() {
  return (
    <div className="relative">
      <FootBar
        start={<Button variant="ghost">Back</Button>}
        note="Nothing has effects until you run it on Review"
        end={<Button variant="primary">Continue to Review</Button>}
      />
    </div>
  );
}
