/** The names of a table's columns. */
interface ColumnHeadsProps {
  readonly titles: readonly string[];
}

export function ColumnHeads({ titles }: ColumnHeadsProps) {
  return (
    <thead>
      <tr>
        {titles.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
