import { z } from "zod";
import { listOrders } from "#lib/catalog/entities/schema.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";

export const ViewName = z.string().trim().min(1, "Give the view a name").max(80, "Use at most 80 characters");

/** Who sees a view: the person who saved it, the people of a team, or everybody in the organization. */
export const ViewAudience = z.enum(["mine", "team", "org"]);
export type ViewAudience = z.infer<typeof ViewAudience>;

const value = z.string().min(1).max(300);
const values = z.array(value).max(50, "Choose at most 50 values").optional();

/** What the address of a list holds. A part that is absent is what the list has of itself. */
export const ViewState = z.strictObject({
  blueprint: z.string().max(63).optional().describe("The kind that is listed; absent lists every kind"),
  text: value.optional(),
  query: z
    .string()
    .min(1)
    .max(64 * 1024)
    .superRefine((text, issue) => {
      const parsed = parseQuery(text);
      if (!parsed.ok) issue.addIssue({ code: "custom", message: parsed.error.message });
    })
    .optional()
    .describe("A condition in the query language"),
  owner: values,
  lifecycle: values,
  type: values,
  tag: values,
  sort: z.enum(listOrders).optional(),
  direction: z.enum(["ascending", "descending"]).optional(),
  group: z.string().min(1).max(200).optional(),
  columns: z
    .array(
      z
        .string()
        .min(1)
        .max(200)
        .regex(/^[^,]+$/),
    )
    .max(40)
    .optional(),
  density: z.enum(["comfortable", "compact"]).optional(),
  rows: z.number().int().min(1).max(1000).optional(),
});
export type ViewState = z.infer<typeof ViewState>;

export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  audience: ViewAudience,
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  blueprint: z.string().nullable(),
  state: ViewState,
  /** Shown when somebody opens this kind without asking for anything. */
  isDefault: z.boolean(),
  /** Whether whoever asks may change it. */
  mayChange: z.boolean(),
  createdByName: z.string(),
  updatedAt: z.string(),
});
export type SavedView = z.infer<typeof SavedView>;

/** How many views one person, one team or the organization may keep. More cannot be told apart in a list. */
export const mostViews = 100;
