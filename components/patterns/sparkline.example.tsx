import { Sparkline } from "#components/patterns/sparkline.tsx";

export default function Example() {
  return (
    <div className="w-40">
      <Sparkline points={[4, 6, 5, 9, 8, 12, 11]} previous={[3, 3, 5, 4, 6, 6, 7]} />
    </div>
  );
}
