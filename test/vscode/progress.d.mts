/** Writes `name` to stderr while `work` runs, with the seconds that pass. Gives what `work` gives, or throws as it does. */
export declare function shown<T>(name: string, work: () => Promise<T>): Promise<T>;
