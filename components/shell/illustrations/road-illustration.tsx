export type RoadIllustrationProps = {
  /** `empty`: the far stones are not laid yet. `broken`: one stone is missing in the middle. */
  kind: "empty" | "broken";
};

type Stone = { x: number; y: number };
const stones: Stone[] = [4, 3, 2, 1, 0].map((place) => ({ x: 14 + place * 25.5, y: 74 - place * 14.7 }));

function top({ x, y }: Stone): string {
  return `M${x} ${y}l19.6 -11.3 22 12.7 -19.6 11.3z`;
}
function rightSide({ x, y }: Stone): string {
  return `M${x + 22} ${y + 12.7}l19.6 -11.3v10l-19.6 11.3z`;
}
function leftSide({ x, y }: Stone): string {
  return `M${x} ${y}l22 12.7v10l-22 -12.7z`;
}

/** A stretch of road with what is missing from it. For empty and error pages only. */
export function RoadIllustration({ kind }: RoadIllustrationProps) {
  const color = kind === "empty" ? "var(--accent-mark)" : "var(--level-none)";
  const missing = (place: number) => (kind === "empty" ? place < 2 : place === 2);
  return (
    <svg width="168" height="104" viewBox="0 0 168 104" aria-hidden="true" fill="none">
      <path
        d="M4 30h28M14 42h18M96 92h40M112 80h44M124 68h26M6 54h12"
        stroke="var(--line-2)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      {stones.map((stone, place) =>
        missing(place) ? (
          <path
            key={stone.x}
            d={top(stone)}
            fill={kind === "empty" ? "var(--sunken)" : "none"}
            stroke={kind === "empty" ? "var(--line-control)" : "var(--bad-mark)"}
            strokeWidth={kind === "empty" ? 1.1 : 1.8}
            strokeDasharray={kind === "empty" ? undefined : "4 3"}
            strokeLinejoin="round"
          />
        ) : (
          <g key={stone.x} fill={color}>
            <path d={top(stone)} />
            <path d={rightSide(stone)} opacity={0.45} />
            <path d={leftSide(stone)} opacity={0.7} />
          </g>
        ),
      )}
    </svg>
  );
}
