/** What the button says, by what is missing. */
export const buttons = {
  deployments: "Send deployments",
  changes: "Send changes",
  incidents: "Connect incidents",
  plannedness: "Tell rework apart",
};
