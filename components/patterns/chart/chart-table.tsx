import {
  type ChartFormat,
  type ChartPoint,
  type ChartSeries,
  chartText,
} from "#components/patterns/chart/chart-shape.ts";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/patterns/chart/chart-table.ts";

export type ChartTableProps = {
  title: string;
  series: ChartSeries[];
  points: ChartPoint[];
  format: ChartFormat;
  selectedKey?: string | undefined;
};

/** The same numbers as a table; each row leads where the point leads. */
export function ChartTable({ title, series, points, format, selectedKey }: ChartTableProps) {
  return (
    <Table label={title}>
      <TableHead>
        <TableHeader>{words.when}</TableHeader>
        {series.map((one) => (
          <TableHeader key={one.key} end>
            {one.label}
          </TableHeader>
        ))}
      </TableHead>
      <TableBody>
        {points.map((point) => (
          <TableRow key={point.key} current={point.key === selectedKey}>
            <TableCell strong>
              {point.href ? <TextLink href={point.href}>{point.label}</TextLink> : point.label}
            </TableCell>
            {series.map((one) => (
              <TableCell key={one.key} end>
                {chartText(point.values[one.key], format)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
