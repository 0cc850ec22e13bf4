"use client";
import { useState } from "react";
import { ChartFrame, type ChartPoint } from "#components/patterns/chart/chart-frame.tsx";

const p50 = [31, 29, 30, 26, 27, 22, 24, 19, 18, 16, 17, 14, 12];
const weeks: ChartPoint[] = p50.map((value, index) => ({
  key: `w${index}`,
  label:
    [
      "24 Aug",
      "31 Aug",
      "7 Sep",
      "14 Sep",
      "21 Sep",
      "28 Sep",
      "5 Oct",
      "12 Oct",
      "19 Oct",
      "26 Oct",
      "2 Nov",
      "9 Nov",
      "16 Nov",
    ][index] ?? "",
  values: {
    p50: value,
    p75: [52, 49, 55, 44, 46, 41, 43, 36, 52, 30, 31, 27, 25][index] ?? null,
    p90: [96, 88, 104, 79, 84, 70, 75, 66, 118, 58, 55, 49, 46][index] ?? null,
    before: [38, 40, 37, 41, 36, 39, 35, 37, 34, 36, 33, 34, 32][index] ?? null,
  },
}));
const levels: ChartPoint[] = weeks.map((week, index) => ({
  key: week.key,
  label: week.label,
  values: { gold: 3 + index, silver: 11 + index, bronze: 24 - index, none: 22 - index },
}));
const days: ChartPoint[] = weeks.map((week, index) => ({
  key: week.key,
  label: week.label,
  values: { count: (index * 7) % 5 },
}));

export default function Example() {
  const [selected, setSelected] = useState("w8");
  return (
    <div className="grid gap-4">
      <ChartFrame
        title="Change lead time by week"
        format={{ kind: "hours" }}
        selectedKey={selected}
        onSelect={setSelected}
        points={weeks}
        series={[
          { key: "p50", label: "p50", color: "1", area: true },
          { key: "p75", label: "p75", color: "3" },
          { key: "p90", label: "p90", color: "2", dashed: true },
          { key: "before", label: "p50 of the 90 days before", color: "ghost", endLabel: "before 32 h" },
        ]}
      />
      <ChartFrame
        title="Services by level"
        kind="columns"
        points={levels}
        series={[
          { key: "gold", label: "Gold", color: "level-3" },
          { key: "silver", label: "Silver", color: "level-2" },
          { key: "bronze", label: "Bronze", color: "level-1" },
          { key: "none", label: "None", color: "level-0" },
        ]}
      />
      <ChartFrame
        title="Deployments"
        kind="columns"
        height={120}
        points={days}
        series={[{ key: "count", label: "Deployments", color: "1" }]}
      />
    </div>
  );
}
