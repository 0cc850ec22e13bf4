import { z } from "zod";
import { EmailAddress, Password } from "#lib/identity/members/schema.ts";

export const RequestResetInput = z.strictObject({ email: EmailAddress });

export const ResetPasswordInput = z.strictObject({ token: z.string().max(200), password: Password });
