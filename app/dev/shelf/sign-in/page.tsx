import { notFound } from "next/navigation";
import { AuthFrame, OrDivider } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { KeyRound } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { settings } from "#lib/kernel/env.ts";

/** The frame of the pages before one is inside. Exists only while developing. */
export default function SignInShelf() {
  if (settings().NODE_ENV !== "development") notFound();
  return (
    <AuthFrame
      title="Sign in to Harbourline"
      sub="The catalog, standards and golden paths of 12 teams."
      foot={
        <>
          Self-hosted by Harbourline Platform. Trouble signing in?{" "}
          <TextLink href="/dev/shelf" underline>
            #help-platform
          </TextLink>
        </>
      }
    >
      <Button variant="primary" size="lg" icon={<KeyRound />} className="mt-2 w-full">
        Continue with Harbourline SSO
      </Button>
      <OrDivider>or with a password</OrDivider>
      <Field label="E-mail">
        <Input inputSize="lg" type="email" defaultValue="ines@harbourline.dev" />
      </Field>
      <Field label="Password" aside={<TextLink href="/dev/shelf">Forgot it?</TextLink>}>
        <PasswordInput inputSize="lg" defaultValue="not-a-secret" />
      </Field>
      <Button size="lg" className="w-full">
        Sign in
      </Button>
    </AuthFrame>
  );
}
