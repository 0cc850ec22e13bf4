import { RevokeKey } from "#components/identity/revoke-key.tsx";
import { RotateKey } from "#components/identity/rotate-key.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import type { ApiKey } from "#lib/identity/keys/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  keys: ApiKey[];
  /** What each scope of these keys means. */
  words: Record<string, string>;
  now: string;
  revoke: (id: string) => Promise<MutationResult>;
  rotate: (
    id: string,
    values: { expiresInDays: number; graceHours: number },
  ) => Promise<MutationResult<{ token: string }>>;
};

/** Keys with what they may do, whose they are, when they were used last and until when they work. */
export function KeysTable({ keys, words, now, revoke, rotate }: Props) {
  return (
    <Table label="API keys">
      <TableHead>
        <TableHeader>Name</TableHeader>
        <TableHeader>May do</TableHeader>
        <TableHeader>Belongs to</TableHeader>
        <TableHeader>Last used</TableHeader>
        <TableHeader>State</TableHeader>
        <TableHeader end>{""}</TableHeader>
      </TableHead>
      <TableBody>
        {keys.map((key) => {
          const isValid = key.revokedAt === null && key.expiresAt > now;
          return (
            <TableRow key={key.id}>
              <TableCell strong wrap>
                {key.name}
                <span className="mono block font-450 text-11 text-text-3">{key.prefix}…</span>
              </TableCell>
              <TableCell wrap>
                <Scopes role={key.role} scopes={key.scopes?.map((scope) => words[scope] ?? scope) ?? null} />
              </TableCell>
              <TableCell wrap>
                {key.serviceAccount === null ? key.createdBy : key.serviceAccount.name}
                {key.serviceAccount === null ? null : (
                  <span className="block text-11 text-text-3">service account</span>
                )}
              </TableCell>
              <TableCell wrap>
                {key.lastUsedAt === null ? "never" : <RelativeTime at={key.lastUsedAt} style="long" />}
                {key.lastUsedFrom === null ? null : (
                  <span className="block text-11 text-text-3">from {fromWords[key.lastUsedFrom]}</span>
                )}
              </TableCell>
              <TableCell>
                {key.revokedAt !== null ? (
                  <Pill>revoked</Pill>
                ) : !isValid ? (
                  <Pill tone="warn">expired</Pill>
                ) : key.serviceAccount?.isDisabled ? (
                  <Pill tone="warn">account disabled</Pill>
                ) : (
                  <Pill tone="ok">until {key.expiresAt.slice(0, 10)}</Pill>
                )}
              </TableCell>
              <TableCell end>
                {isValid ? (
                  <span className="inline-flex gap-1">
                    <RotateKey name={key.name} rotate={rotate.bind(null, key.id)} />
                    <RevokeKey name={key.name} revoke={revoke.bind(null, key.id)} />
                  </span>
                ) : null}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

const fromWords = { "this machine": "this machine", "private network": "a private network", internet: "the internet" };

function Scopes({ role, scopes }: { role: string; scopes: string[] | null }) {
  if (scopes === null) return <>All that {role === "admin" ? "an admin" : `a ${role}`} may</>;
  const [first, ...others] = scopes;
  if (first === undefined) return null;
  if (others.length === 0) return <>{first}</>;
  return (
    <details>
      <summary className="cursor-pointer">{scopes.length} permissions</summary>
      <ul className="mt-1 grid gap-0.5 text-12 text-text-2">
        {scopes.map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
    </details>
  );
}
