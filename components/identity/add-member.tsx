"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { RoleCards } from "#components/identity/role-cards.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input, PasswordInput } from "#components/ui/input.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { FieldProblem, Problem } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Values = { name: string; email: string; role: Role; password: string };
type Result = { ok: true; data: unknown } | { ok: false; problem: Problem };

/** Adds a person with a first password, which the admin hands over. */
export function AddMember({ add }: { add: (values: Values) => Promise<Result> }) {
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const [role, setRole] = useState<Role>("member");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const errorOf = (path: string) => problems.find((problem) => problem.path === path)?.message;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    const name = String(form.get("name"));
    const result = await add({ name, email: String(form.get("email")), role, password: String(form.get("password")) });
    setIsBusy(false);
    if (!result.ok) {
      setProblems(result.problem.fields ?? [{ path: "email", message: result.problem.detail }]);
      return;
    }
    setProblems([]);
    setIsOpen(false);
    toast({ title: `${name} was added`, tone: "ok" });
    router.refresh();
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="sm" icon={<UserPlus />}>
          Add a member
        </Button>
      }
      title="Add a member"
      description="They sign in with this e-mail and password. Hand the password over in a way you trust."
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name" error={errorOf("name")}>
          <Input name="name" required autoComplete="off" />
        </Field>
        <Field label="E-mail" error={errorOf("email")}>
          <Input name="email" type="email" required autoComplete="off" />
        </Field>
        <Field
          label="First password"
          hint="At least 12 characters. Somebody who has an account already keeps their own."
          error={errorOf("password")}
        >
          <PasswordInput name="password" required minLength={12} autoComplete="new-password" />
        </Field>
        <RoleCards
          label="Role"
          value={role}
          hints={{ viewer: "Sees everything", member: "Runs actions, imports", admin: "Manages people and keys" }}
          onValueChange={setRole}
        />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            Add
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
