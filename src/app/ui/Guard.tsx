/** When a part of the page can't be drawn: says so instead of showing nothing. The workers are not touched. */
import { Component, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { isPartMissing } from '../start/missingParts.ts';

interface GuardProps {
  readonly children: ReactNode;
}

interface GuardState {
  readonly message: string | null;
}

export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { message: null };

  static getDerivedStateFromError(error: unknown): GuardState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    return (
      <main className="problem problem-page" role="alert">
        <h1>This view could not be drawn</h1>
        <p>{this.state.message}</p>
        <p>The run and its curves are kept: training goes on in its own worker.</p>
        {isPartMissing() ? (
          <Button className="button button-primary" onPress={() => location.reload()}>
            Load the page again
          </Button>
        ) : (
          <Button className="button button-primary" onPress={() => this.setState({ message: null })}>
            Draw it again
          </Button>
        )}
      </main>
    );
  }
}
