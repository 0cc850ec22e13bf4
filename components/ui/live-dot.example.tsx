import { LiveDot } from "#components/ui/live-dot.tsx";

export default function Example() {
  return (
    <div className="flex gap-4">
      <LiveDot>Live</LiveDot>
      <LiveDot tone="bad">Reconnecting, 3rd try in 8 s</LiveDot>
    </div>
  );
}
