import { Component, type ErrorInfo, type ReactNode } from 'react';
import './region.css';
import { Button } from './button.js';

type Props = {
  readonly onFault: (error: Error, info: ErrorInfo) => void;
  readonly children: ReactNode;
};

/** A part of the window that fails alone: a fault in it is said there, and the rest goes on. */
export class FaultBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.onFault(error, info);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="fault" role="alert">
        <p className="fault-title">うまく動きませんでした。データは保存済みです</p>
        <p className="second">この部分だけを表示し直せます。続くときは、一度閉じて起動し直してください。</p>
        <Button onClick={() => this.setState({ failed: false })}>再表示</Button>
      </div>
    );
  }
}
