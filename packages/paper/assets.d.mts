/** See assets.mjs, which is plain JavaScript for the sake of build scripts. */
export function paperAssets(from: string | URL): { templates: string; fonts: string[] };
export function ownPaperAssets(): { templates: string; fonts: string[] };
export function copyPaperAssets(folder: string): void;
