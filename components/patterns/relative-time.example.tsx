import { RelativeTime } from "#components/patterns/relative-time.tsx";

export default function Example() {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  return (
    <div className="flex gap-4">
      <RelativeTime at={ago(41)} />
      <RelativeTime at={ago(180)} style="long" />
      <RelativeTime at="2026-08-21T10:00:00.000Z" style="long" />
    </div>
  );
}
