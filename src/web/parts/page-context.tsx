import { createContext, useContext } from 'hono/jsx';
import type { Viewer } from '../access/access.js';

/** What every page knows of the request it answers. */
export interface PageFacts {
  /** Path of the page asked for, without its query. */
  readonly path: string;
  /** Who asks; null for a stranger. */
  readonly viewer: Viewer | null;
}

const PageContext = createContext<PageFacts>({ path: '', viewer: null });

/** Gives the facts of the request to all parts of a page. */
export const PageProvider = PageContext.Provider;

/** The facts of the request; for use in a component. */
export function usePage(): PageFacts {
  return useContext(PageContext);
}

/** True where who asks may change things. */
export function useMayEdit(): boolean {
  return usePage().viewer?.role === 'editor';
}
