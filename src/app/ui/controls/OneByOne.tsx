/** Goes through a list one by one: back, what is shown now, forth. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

interface OneByOneProps {
  /** "pair", "completion". */
  readonly of: string;
  readonly index: number;
  readonly count: number;
  readonly onChange: (index: number) => void;
  readonly children: ReactNode;
}

export function OneByOne({ of, index, count, onChange, children }: OneByOneProps) {
  return (
    <div className="one-by-one">
      <Button
        className="button button-quiet"
        aria-label={`Previous ${of}`}
        isDisabled={index === 0}
        onPress={() => onChange(index - 1)}
      >
        ‹
      </Button>
      {children}
      <Button
        className="button button-quiet"
        aria-label={`Next ${of}`}
        isDisabled={index === count - 1}
        onPress={() => onChange(index + 1)}
      >
        ›
      </Button>
    </div>
  );
}
