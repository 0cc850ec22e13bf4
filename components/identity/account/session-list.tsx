import type { z } from "zod";
import { deviceOf } from "#components/identity/account/device-of.ts";
import { RevokeSession, RevokeSessions } from "#components/identity/account/revoke-sessions.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { Monitor } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/identity/account/session-list.tsx";
import type { Session } from "#lib/identity/sessions/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  sessions: z.infer<typeof Session>[];
  revoke: (id: string) => Promise<MutationResult>;
  revokeAll: (keepsCurrent: boolean) => Promise<MutationResult<{ count: number }>>;
};

/** The browsers that somebody is signed in with, to end what is not theirs any more. */
export function SessionList({ sessions, revoke, revokeAll }: Props) {
  return (
    <Section
      title={words.whereYouAreSignedIn}
      count={sessions.length}
      more={<RevokeSessions hasOthers={sessions.length > 1} revoke={revokeAll} />}
    >
      <List label={words.sessions} framed>
        {sessions.map((session) => {
          const device = deviceOf(session.userAgent);
          return (
            <ListItem
              key={session.id}
              leading={<Monitor aria-hidden />}
              title={
                <span className="flex items-center gap-2">
                  {device}
                  {session.isCurrent ? <Pill tone="ok">{words.thisBrowser}</Pill> : null}
                </span>
              }
              description={words.signedInLastSeen(
                <RelativeTime at={session.createdAt} style="long" />,
                <RelativeTime at={session.lastSeenAt} style="long" />,
              )}
              actions={
                session.isCurrent ? undefined : <RevokeSession device={device} revoke={revoke.bind(null, session.id)} />
              }
            />
          );
        })}
      </List>
    </Section>
  );
}
