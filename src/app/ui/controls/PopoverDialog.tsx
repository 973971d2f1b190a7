/**
 * A small dialog beside the button that opens it, inside a DialogTrigger. The popover itself is the dialog, so that the
 * hidden button by which a screen reader leaves it is part of it.
 */
import { type ReactNode, useContext, useId } from 'react';
import { OverlayTriggerStateContext, Popover } from 'react-aria-components';

interface PopoverDialogProps {
  readonly title: string;
  readonly placement: 'bottom start' | 'bottom end';
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

export function PopoverDialog({ title, placement, children }: PopoverDialogProps) {
  const heading = useId();
  const trigger = useContext(OverlayTriggerStateContext);
  const close = (): void => trigger?.close();
  return (
    <Popover className="popover" placement={placement} aria-labelledby={heading}>
      <div className="dialog">
        <h2 id={heading}>{title}</h2>
        {typeof children === 'function' ? children(close) : children}
      </div>
    </Popover>
  );
}
