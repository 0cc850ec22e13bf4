// The road is drawn, not traced: two edges given by a few points, a perspective that spaces the courses, and stones
// between them. `depth` runs from 0 at the horizon to 1 at the feet of whoever looks.
const horizon = 240;
const feet = 905;
const rows = 15;
const leftEdge = [345, 354.6, 353, 329, 283, 225, 150, 64];
const rightEdge = [359, 391, 428, 455, 471, 477, 477, 488];

export type RoadStone = { path: string; shade: number };
export type Wave = { x: number; y: number; length: number; width: number };

function along(edge: number[], depth: number): number {
  const scaled = Math.min(Math.max(depth, 0), 1) * (edge.length - 1);
  const at = Math.min(Math.floor(scaled), edge.length - 2);
  const rest = scaled - at;
  const point = (index: number) => edge[Math.min(Math.max(index, 0), edge.length - 1)] ?? 0;
  const [before, from, to, after] = [point(at - 1), point(at), point(at + 1), point(at + 2)];
  return (
    from +
    0.5 *
      rest *
      (to - before + rest * (2 * before - 5 * from + 4 * to - after + rest * (3 * (from - to) + after - before)))
  );
}

const yAt = (depth: number) => horizon + (feet - horizon) * depth * depth;
const round = (value: number) => Math.round(value * 10) / 10;
const steps = Array.from({ length: 41 }, (_, index) => index / 40);

function line(points: [number, number][]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z`;
}

function between(depth: number, share: number): number {
  const left = along(leftEdge, depth);
  return left + (along(rightEdge, depth) - left) * share;
}

/** The bed of the road, which shows between the stones. */
export const bedPath = line([
  ...steps.map((depth): [number, number] => [along(leftEdge, depth), yAt(depth)]),
  ...steps.toReversed().map((depth): [number, number] => [along(rightEdge, depth), yAt(depth)]),
]);

/** The side of the road that stands in the water. */
export const wallPath = line([
  ...steps.map((depth): [number, number] => [along(rightEdge, depth), yAt(depth)]),
  ...steps.toReversed().map((depth): [number, number] => [along(rightEdge, depth), yAt(depth) + 3 + depth * 46]),
]);

/** Its shadow on the water. */
export const shadePath = line([
  ...steps.map((depth): [number, number] => [along(rightEdge, depth), yAt(depth) + 4]),
  ...steps
    .toReversed()
    .map((depth): [number, number] => [along(rightEdge, depth) + depth * 17, yAt(depth) + 6 + depth * 56]),
]);

const joints: [number, number][] = [
  [0.27, 0.6],
  [0.35, 0.68],
  [0.42, 0.72],
  [0.3, 0.62],
  [0.38, 0.66],
];

/** Courses of three stones; joints never run through from one course to the next. */
export const stones: RoadStone[] = Array.from({ length: rows }, (_, row) => row).flatMap((row) => {
  const from = (row + 0.06) / rows;
  const to = (row + 0.95) / rows;
  const [first, second] = joints[row % joints.length] ?? [0.33, 0.66];
  const gap = 0.011;
  const shares: [number, number][] = [
    [0.006, first - gap],
    [first + gap, second - gap],
    [second + gap, 0.994],
  ];
  const depths = [0, 0.25, 0.5, 0.75, 1].map((part) => from + (to - from) * part);
  return shares.map(([start, end], place) => ({
    path: line([
      ...depths.map((depth): [number, number] => [between(depth, start), yAt(depth)]),
      ...depths.toReversed().map((depth): [number, number] => [between(depth, end), yAt(depth)]),
    ]),
    shade: ((row * 7 + place * 11 + row * place * 3) % 5) + 1,
  }));
});

/** Short strokes of light on the water, denser and finer towards the horizon. */
export const waves: Wave[] = Array.from({ length: 25 }, (_, row) => row).flatMap((row) => {
  const depth = 0.11 + (row / 25) * 0.87;
  return [0, 1, 2, 3].map((place) => ({
    x: ((row * 137 + place * 197 + row * place * 29) % 820) - 60,
    y: round(yAt(depth)),
    length: round((24 + ((row * 31 + place * 17) % 22)) * (0.7 + depth * 4)),
    width: round(1 + depth),
  }));
});
