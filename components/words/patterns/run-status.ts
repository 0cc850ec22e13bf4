export const needsApproval = "needs approval";
