import { classNames } from "#components/ui/class-names.ts";

// A C that is a paved road, far end narrow, near end wide. Below 20 px three blocks are drawn, above it five.
const threeBlocks = [
  "M15.66 8.43L15.09 8L14.47 7.66L13.8 7.43L13.11 7.31L12.41 7.31L11.72 7.42L11.06 7.63L10.45 7.95L8.51 4.65L9.71 4.16L10.97 3.87L12.25 3.79L13.51 3.92L14.72 4.25L15.84 4.76L16.86 5.45L17.74 6.28Z",
  "M9.77 8.49L9.29 9.04L8.92 9.65L8.66 10.32L8.52 11.02L8.51 11.73L8.61 12.43L8.84 13.1L9.17 13.71L5.04 16.26L4.43 14.85L4.08 13.38L3.99 11.88L4.16 10.41L4.57 9L5.22 7.7L6.07 6.54L7.1 5.55Z",
  "M9.69 14.35L10.3 14.85L11 15.21L11.74 15.43L12.51 15.5L13.28 15.42L14 15.19L14.67 14.82L15.24 14.33L19.41 18.65L17.84 19.76L16.09 20.54L14.25 20.95L12.39 20.99L10.57 20.67L8.87 20L7.35 19.02L6.07 17.78Z",
];
const fiveBlocks = [
  "M16.07 7.9L15.72 7.61L15.35 7.36L14.95 7.14L14.54 6.95L14.11 6.81L13.68 6.71L13.23 6.64L12.79 6.62L12.89 3.88L13.58 3.99L14.25 4.16L14.89 4.39L15.51 4.68L16.09 5.02L16.64 5.41L17.14 5.84L17.6 6.32Z",
  "M12.15 6.66L11.7 6.74L11.25 6.86L10.83 7.02L10.42 7.22L10.03 7.46L9.67 7.73L9.34 8.04L9.04 8.37L6.47 6.12L7.05 5.61L7.66 5.15L8.32 4.76L9 4.44L9.7 4.18L10.42 3.99L11.15 3.87L11.89 3.83Z",
  "M8.68 8.88L8.44 9.3L8.25 9.75L8.11 10.21L8.02 10.69L7.98 11.17L7.98 11.65L8.04 12.12L8.14 12.58L4.13 13.56L4.02 12.67L4.01 11.77L4.09 10.89L4.26 10.02L4.51 9.18L4.85 8.38L5.27 7.63L5.76 6.93Z",
  "M8.34 13.15L8.56 13.6L8.83 14.01L9.14 14.4L9.49 14.75L9.87 15.05L10.29 15.31L10.72 15.53L11.18 15.69L9.61 20.31L8.7 19.88L7.84 19.35L7.05 18.73L6.34 18.03L5.71 17.27L5.18 16.45L4.74 15.58L4.4 14.68Z",
  "M11.74 15.82L12.27 15.87L12.8 15.86L13.32 15.79L13.82 15.65L14.3 15.46L14.76 15.21L15.18 14.91L15.55 14.56L19.51 18.66L18.56 19.38L17.53 19.98L16.45 20.44L15.33 20.77L14.18 20.96L13.03 21.02L11.89 20.93L10.78 20.7Z",
];

export type LogoProps = { size?: number | undefined; className?: string | undefined };

/** The mark on its tile. The name stands beside it, so the picture itself is silent. */
export function Logo({ size = 19, className }: LogoProps) {
  const blocks = size < 20 ? threeBlocks : fiveBlocks;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={classNames("flex-none", className)}
    >
      <rect width="24" height="24" rx="5.5" fill="var(--mark-tile)" />
      {blocks.map((block) => (
        <path key={block} d={block} fill="var(--mark-road)" />
      ))}
    </svg>
  );
}
