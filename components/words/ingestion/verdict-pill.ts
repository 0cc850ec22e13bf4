export const refused = "Refused";
export const keptAsIs = "Kept as is";
export const skipped = "Skipped";
export const mapped = "Mapped";
export const eachWithItsPlace = "each with its place and what to do";
export const storedAsWrittenNothingIsLost = "stored as written, nothing is lost";
export const notMeantToBeImported = "not meant to be imported";
export const becameEntities = "became entities";
