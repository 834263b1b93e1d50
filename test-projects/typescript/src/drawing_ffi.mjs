export const element = (tag) => ({ tag });

export const signal = (value) => ({ read: () => value });
