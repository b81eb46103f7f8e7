import { Field } from './field.js';

/** The last instant of a day (UTC), as of which something is asked; undefined where no day is given. */
export function endOf(day: string | undefined): Date | undefined {
  return day === undefined ? undefined : new Date(`${day}T23:59:59.999Z`);
}

/** The field of the day as of which the record is shown. */
export function AsKnownField({ value }: { readonly value: string | undefined }) {
  return <Field name="asKnown" label="As known on" value={value} type="date" />;
}

interface AsKnownProps {
  readonly day: string | undefined;
  /** The same page as it is now. */
  readonly now: string;
}

/** Says that a page shows an earlier state of the record; nothing where it shows the present one. */
export function AsKnownNotice({ day, now }: AsKnownProps) {
  if (day === undefined) return null;
  return (
    <p class="notice">
      As it was on record at the end of {day} (UTC). <a href={now}>As it is now</a>
    </p>
  );
}
