/** Settings that most visitors leave alone, behind one press. What opens comes into sight. */
import { type ReactNode, useRef } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Icon } from './Icon.tsx';

export function Fold({ children }: { readonly children: ReactNode }) {
  const fold = useRef<HTMLDivElement>(null);
  const show = (isExpanded: boolean): void => {
    if (isExpanded) requestAnimationFrame(() => fold.current?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <Disclosure ref={fold} className="fold" onExpandedChange={show}>
      <Heading level={2}>
        <Button slot="trigger" className="button button-bare fold-button">
          <Icon name="down" /> More settings
        </Button>
      </Heading>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  );
}
