import { z } from "zod";

/** The regions that English is written for with dates and numbers of their own, as browsers and servers know them. */
const codes = `AE AT AU BE CA CH CY CZ DE DK ES FI FR GB HK HU ID IE IL IN IT JP KE MT MY NG NL NO NZ PH PL PT RO SE SG SI SK UA US ZA`;

/** A region by its two letters (ISO 3166-1). */
export const Region = z.enum(codes.split(" "), "Choose a region of the list");
export type Region = z.infer<typeof Region>;
