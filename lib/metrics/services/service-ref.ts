import { z } from "zod";

/** Which service an event is about: a component's name, or `blueprint:identifier`. Always read as the long form. */
export const ServiceRef = z
  .string()
  .trim()
  .min(1, "Name the service, for example payments-api or component:payments-api")
  .max(264, "Use at most 264 characters")
  .transform((text) => (text.includes(":") ? text : `component:${text}`))
  .refine(
    (text) => /^[a-z][a-z0-9-]{0,62}:[^:]{1,200}$/.test(text),
    "Use a name such as payments-api or component:payments-api",
  );
