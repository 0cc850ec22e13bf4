"use client";

import { Table, TableBody, TableCell, TableGroupRow, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/identity/permission-table.ts";
import type { Role } from "#lib/kernel/permissions.ts";

const roleWords: Record<Role, string> = { viewer: words.viewer, member: words.member, admin: words.admin };

export type PermissionGroup = {
  noun: string;
  /** What is permitted in words, and what it is called in keys. */
  items: { permission: string; text: string; lowestRole: Role }[];
};

/** Every permission and which roles have it, grouped by what it is about; `roles` go from the least to the most. */
export function PermissionTable({ roles, groups }: { roles: readonly Role[]; groups: PermissionGroup[] }) {
  return (
    <Table label={words.permissionsByRole}>
      <TableHead>
        <TableHeader>{words.may}</TableHeader>
        {roles.map((role) => (
          <TableHeader key={role}>{roleWords[role]}</TableHeader>
        ))}
      </TableHead>
      <TableBody>
        {groups.flatMap(({ noun, items }) => [
          <TableGroupRow key={noun} columns={roles.length + 1}>
            {noun}
          </TableGroupRow>,
          ...items.map(({ permission, text, lowestRole }) => (
            <TableRow key={permission}>
              <TableCell wrap>
                {text}
                <span className="mono block text-11 text-text-3">{permission}</span>
              </TableCell>
              {roles.map((role) => {
                const isAllowed = roles.indexOf(role) >= roles.indexOf(lowestRole);
                return (
                  <TableCell key={role} className={isAllowed ? "yes-mark" : "text-text-3"}>
                    {isAllowed ? words.allowed : words.no}
                  </TableCell>
                );
              })}
            </TableRow>
          )),
        ])}
      </TableBody>
    </Table>
  );
}
