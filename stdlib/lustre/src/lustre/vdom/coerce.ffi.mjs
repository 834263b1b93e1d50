/** Returns its argument: used where a type parameter has to be forgotten. */
export const coerce = (value) => value;
