export const notifications = "Notifications";
export const whatYouHearOf = "What you hear of";
export const everythingArrivesInYourInbox =
  "Everything arrives in your inbox. Several of a kind at once are one notification.";
