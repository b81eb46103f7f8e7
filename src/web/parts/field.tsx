interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly type?: 'search' | 'date';
  readonly hint?: string;
}

/** One labelled field of a filter. */
export function Field({ name, label, value, type = 'search', hint }: FieldProps) {
  return (
    <label>
      {label} <input type={type} name={name} value={value ?? ''} placeholder={hint} />
    </label>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly string[];
  /** What the choice of none is called; left out where one must be chosen. */
  readonly none?: string;
}

/** One labelled choice. */
export function Choice({ name, label, value, options, none }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option selected={option === value}>{option}</option>
        ))}
      </select>
    </label>
  );
}
