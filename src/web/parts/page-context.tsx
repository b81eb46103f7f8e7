import { createContext, useContext } from 'hono/jsx';

/** What every page knows of the request it answers. */
export interface PageFacts {
  /** Path of the page asked for, without its query. */
  readonly path: string;
}

const PageContext = createContext<PageFacts>({ path: '' });

/** Gives the facts of the request to all parts of a page. */
export const PageProvider = PageContext.Provider;

/** The facts of the request; for use in a component. */
export function usePage(): PageFacts {
  return useContext(PageContext);
}
