import { Component, type ReactNode } from 'react';
import { Notice } from '../parts/states.tsx';

/** A page that fails takes the others not with it. A page of an older build asks for files that are gone. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="page">
        <Notice
          tone="bad"
          role="alert"
          title="This page failed"
          actions={
            <button type="button" className="button" onClick={() => location.reload()}>
              Reload
            </button>
          }
        >
          Reloading keeps what you decided and typed; it also gets the newest version of the page.
        </Notice>
      </div>
    );
  }
}
