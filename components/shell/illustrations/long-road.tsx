import { bedPath, shadePath, stones, wallPath, waves } from "#components/shell/illustrations/long-road-geometry.ts";

/** The long road over water. For the pages before one is inside, nowhere else. */
export function LongRoad({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 640 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={className}>
      <rect x="-640" width="1920" height="240" fill="var(--scene-sky)" />
      <path d="M352.2 240A58 58 0 1 1 455.8 240z" fill="var(--scene-sun)" />
      <path d="M430 240c30-14 70-16 110-12 40 3 70-8 110-6h600v18z" fill="var(--scene-far-isle)" />
      <path d="M236 240c24-8 40-28 66-31 20-2 32 9 54 10 30 1 52 11 92 21z" fill="var(--scene-isle)" />
      <rect x="-640" y="240" width="1920" height="660" fill="var(--scene-sea)" />
      {waves.map((wave) => (
        <path
          key={`${wave.x} ${wave.y}`}
          d={`M${wave.x} ${wave.y}h${wave.length}`}
          stroke="var(--scene-wave)"
          strokeWidth={wave.width}
          strokeLinecap="round"
        />
      ))}
      <path d={shadePath} fill="var(--scene-shade)" />
      <path d={wallPath} fill="var(--scene-wall)" />
      <path d={bedPath} fill="var(--scene-joint)" />
      {stones.map((stone) => (
        <path key={stone.path} d={stone.path} fill={`var(--scene-stone-${stone.shade})`} />
      ))}
    </svg>
  );
}
