export const stepOf = (step: string | number, stepCount: string | number) => `step ${step} of ${stepCount}`;
