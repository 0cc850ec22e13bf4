export const nextToIn = (next: string, scorecard: string) => `Next to ${next} in ${scorecard}`;
export const couldNotBeDecided = "Could not be decided";
export const fails = "Fails";
