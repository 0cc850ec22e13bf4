export const nextToIn = (next: string | number, scorecard: string | number) => `Next to ${next} in ${scorecard}`;
export const couldNotBeDecided = "Could not be decided";
export const fails = "Fails";
