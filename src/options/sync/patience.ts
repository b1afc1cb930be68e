/** How long a question to the server may take, in ms: it is asked several times before we give up. */
export const askPatience = 3 * 60_000;

/** How long a run may take, in ms: all of a large library, after a backup of it. */
export const runPatience = 60 * 60_000;
