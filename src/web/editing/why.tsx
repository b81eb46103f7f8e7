import { z } from 'zod';
import { usePage } from '../parts/page-context.js';

/** Form fields of who decides and why. */
export const whyFields = { author: z.string().optional(), reason: z.string().trim().min(1).max(500) };

/** The fields of who decides and why; an account signs with its own name. */
export function Why() {
  const { viewer } = usePage();
  return (
    <>
      {viewer?.name === 'local' ? (
        <label>
          Your name <input name="author" maxlength={100} required />
        </label>
      ) : null}
      <label>
        Reason <input name="reason" maxlength={500} required />
      </label>
    </>
  );
}

/** An account signs with its own name; on the machine itself people say who they are. */
export function authorOf(viewer: string, given: string | undefined): string {
  return viewer === 'local' ? (given ?? '').trim().slice(0, 100) || 'local' : viewer;
}
