const PACKAGE = import.meta.glob<string>('../package.json', { import: 'version', eager: true });

/** The version of the program, as package.json has it. */
export const VERSION: string = Object.values(PACKAGE)[0] ?? '';
