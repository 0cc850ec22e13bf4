export const leaveWithoutSaving = "Leave without saving?";
export const leaveWithoutSavingDescription = "What you wrote here was not sent. It is gone when you leave.";
export const leave = "Leave";
