"use client";
import { ConfirmButton } from "#components/patterns/confirm-button.tsx";

const act = async () => ({ ok: true as const, data: undefined });

export default function Example() {
  return (
    <div className="flex gap-2">
      <ConfirmButton
        label="Revoke"
        title="Revoke the key deploy?"
        description="Programs that use it are refused at once."
        danger
        act={act}
        done="The key deploy was revoked"
      />
      <ConfirmButton
        label="Sign out elsewhere"
        framed
        title="Sign out in all other places?"
        description="Pages that are open there ask to sign in."
        act={act}
        done="You are signed in here only"
      />
    </div>
  );
}
