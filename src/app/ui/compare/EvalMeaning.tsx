/** A figure's short name; what it means shows on hover and focus. */
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { EvalRow } from '../../../lab/judge/evalTable.ts';

export function EvalMeaning({ row: { label, meaning, name } }: { readonly row: EvalRow }) {
  return (
    <TooltipTrigger delay={250} closeDelay={100}>
      <Button className="term evals-label">{label}</Button>
      <Tooltip className="tip" offset={6} placement="top start">
        {meaning}
        <span className="tip-exact">{name}</span>
      </Tooltip>
    </TooltipTrigger>
  );
}
