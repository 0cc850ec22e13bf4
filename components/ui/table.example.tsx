import { Table, TableBody, TableCell, TableGroupRow, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";

export default function Example() {
  return (
    <div className="rounded-3 border border-line-2 bg-panel">
      <Table label="Deployments">
        <TableHead>
          <TableHeader>Version</TableHeader>
          <TableHeader>What</TableHeader>
          <TableHeader end>Lead time</TableHeader>
        </TableHead>
        <TableBody>
          <TableGroupRow columns={3}>Today</TableGroupRow>
          <TableRow current>
            <TableCell strong>2026.11.19-2</TableCell>
            <TableCell wrap>Retry on 3DS timeout, 2 bumps</TableCell>
            <TableCell end>2 h 10 min</TableCell>
          </TableRow>
          <TableRow>
            <TableCell strong>2026.11.18-4</TableCell>
            <TableCell wrap>Settle in batches of 500</TableCell>
            <TableCell end>5 h 32 min</TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </div>
  );
}
