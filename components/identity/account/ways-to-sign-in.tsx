"use client";

import { useState } from "react";
import { ProviderIcon } from "#components/identity/provider-icon.tsx";
import { ConfirmButton } from "#components/patterns/confirm-button.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { KeyRound, Plus } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/identity/account/ways-to-sign-in.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Identity = {
  id: string;
  provider: string;
  issuer: string;
  login: string | null;
  email: string | null;
  lastUsedAt: string | null;
};
type Props = {
  identities: Identity[];
  hasPassword: boolean;
  providers: { id: string; name: string }[];
  link: (provider: string) => Promise<MutationResult<{ url: string }>>;
  unlink: (id: string) => Promise<MutationResult>;
};

/** The password and the linked accounts: any of them signs in. */
export function WaysToSignIn({ identities, hasPassword, providers, link, unlink }: Props) {
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const isLast = identities.length + (hasPassword ? 1 : 0) === 1;
  // Somebody who came by a link that works once, where no provider is set up: there is nothing to show or to add.
  if (identities.length === 0 && !hasPassword && providers.length === 0) return null;
  return (
    <Section
      title={words.waysToSignIn}
      count={identities.length + (hasPassword ? 1 : 0)}
      more={providers.length === 0 ? undefined : <LinkButtons providers={providers} link={link} />}
    >
      <List label={words.waysToSignIn} framed>
        {hasPassword ? (
          <ListItem
            leading={<KeyRound aria-hidden />}
            title={words.password}
            description={words.withYourEMailAddress}
          />
        ) : null}
        {identities.map((identity) => {
          const what = identity.login ?? identity.email ?? words.anAccount;
          return (
            <ListItem
              key={identity.id}
              leading={<ProviderIcon provider={identity.provider} />}
              title={nameOf(identity.provider)}
              description={
                <>
                  {what}
                  {identity.lastUsedAt === null
                    ? null
                    : words.lastUsed(<RelativeTime at={identity.lastUsedAt} style="long" />)}
                </>
              }
              actions={
                isLast ? undefined : (
                  <ConfirmButton
                    label={words.unlink}
                    title={words.unlinkWhat(what)}
                    description={words.willNotSignYou(nameOf(identity.provider))}
                    act={() => unlink(identity.id)}
                    done={words.wasUnlinked(what)}
                  />
                )
              }
            />
          );
        })}
      </List>
    </Section>
  );
}

function LinkButtons({ providers, link }: Pick<Props, "providers" | "link">) {
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);

  async function go(provider: string) {
    setIsBusy(true);
    const answer = await link(provider);
    if (answer.ok) {
      window.location.assign(answer.data.url);
      return;
    }
    setIsBusy(false);
    toast({ title: answer.problem.detail, tone: "bad" });
  }

  const [only] = providers;
  if (only !== undefined && providers.length === 1)
    return (
      <Button size="sm" icon={<Plus />} busy={isBusy} onClick={() => void go(only.id)}>
        {words.linkOnly(only.name)}
      </Button>
    );
  return (
    <Menu
      label={words.providers}
      align="end"
      trigger={
        <Button size="sm" icon={<Plus />} busy={isBusy}>
          {words.linkAnother}
        </Button>
      }
      items={providers.map(({ id, name }) => ({
        label: name,
        icon: <ProviderIcon provider={id} />,
        onSelect: () => void go(id),
      }))}
    />
  );
}
