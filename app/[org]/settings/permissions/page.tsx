import { Check } from "lucide-react";
import { Section } from "#components/patterns/section.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { permissionTable, roles } from "#lib/kernel/permissions.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: "Roles" };

export default async function PermissionsPage({ params }: { params: Promise<{ org: string }> }) {
  await pageContext((await params).org);
  return (
    <Section title="What each role may do">
      <Panel>
        <Table label="Permissions by role">
          <TableHead>
            <TableHeader>Permission</TableHeader>
            {roles.map((role) => (
              <TableHeader key={role}>{role}</TableHeader>
            ))}
          </TableHead>
          <TableBody>
            {permissionTable().map(({ permission, lowestRole }) => (
              <TableRow key={permission}>
                <TableCell strong>
                  <span className="mono">{permission}</span>
                </TableCell>
                {roles.map((role) => (
                  <TableCell key={role}>
                    {roles.indexOf(role) >= roles.indexOf(lowestRole) ? (
                      <Check size={16} role="img" aria-label="allowed" />
                    ) : (
                      <span className="text-text-3">no</span>
                    )}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Panel>
    </Section>
  );
}
