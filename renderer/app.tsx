import { CSPProvider } from '@base-ui/react/csp-provider';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { type OpenedDesk, openDesk } from './db/open-desk.js';
import { holdDataAlone } from './db/window-lock.js';
import { LiveDesk } from './desk/live-desk.js';
import { PrintPreviewProvider } from './desk/print-preview.js';
import { RefusalProvider } from './desk/refusal.js';
import type { Connected, Host } from './host.js';
import { StopScreen } from './shell/stop-screen.js';
import { Window } from './shell/window.js';
import type { Way } from './ui/dialog.js';
import { ToastProvider, useToast } from './ui/toast.js';

type Opening =
  OpenedDesk | { readonly kind: 'opening' } | { readonly kind: 'stranger' } | { readonly kind: 'elsewhere' };

/** Opens the data, then the window; or says why it must stay closed. */
export function App({ connecting }: { readonly connecting: Promise<Connected> }): ReactNode {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  const open = useCallback(() => {
    openAll(connecting).then(setOpening, (error: unknown) => setOpening(faultOf(error)));
  }, [connecting]);
  useEffect(open, [open]);

  if (opening.kind === 'opening') return null;
  if (opening.kind !== 'ready') return <Stopped opening={opening} connecting={connecting} onRetry={open} />;
  return (
    <CSPProvider disableStyleElements>
      <LiveDesk desk={opening.desk}>
        <Router hook={useHashLocation}>
          <ToastProvider>
            <RefusalProvider>
              <RecoveryNotice recovered={opening.recovered} />
              <FaultLog host={opening.desk.host} />
              <PrintPreviewProvider>
                <Window />
              </PrintPreviewProvider>
            </RefusalProvider>
          </ToastProvider>
        </Router>
      </LiveDesk>
    </CSPProvider>
  );
}

let opened: Promise<Opening> | undefined;

/** Once per window, also where React mounts twice: two desks on one database would write past each other. */
function openAll(connecting: Promise<Connected>): Promise<Opening> {
  opened ??= openOnce(connecting).finally(() => {
    opened = undefined;
  });
  return opened;
}

let alone: Promise<boolean> | undefined;

async function openOnce(connecting: Promise<Connected>): Promise<Opening> {
  const connected = await connecting;
  if (!connected.ok) return { kind: 'stranger' };
  alone ??= holdDataAlone();
  if (!(await alone)) {
    alone = undefined;
    return { kind: 'elsewhere' };
  }
  return openDesk(connected.host);
}

function faultOf(error: unknown): Opening {
  return {
    kind: 'refused',
    refusal: {
      code: 'FAULT',
      messageJa: 'データを開けませんでした。データには触れていません',
      detail: error instanceof Error ? error.message : String(error),
    },
  };
}

function Stopped({
  opening,
  connecting,
  onRetry,
}: {
  readonly connecting: Promise<Connected>;
  readonly opening: Exclude<Opening, { kind: 'ready' } | { kind: 'opening' }>;
  readonly onRetry: () => void;
}): ReactNode {
  const retry = { ja: 'もう一度開く', onChoose: onRetry };
  switch (opening.kind) {
    case 'stranger':
      return (
        <StopScreen
          title="この窓は使えません"
          safeJa="データはそのままです。この窓を閉じて、講習会デスクをもう一度起動してください。"
          ways={[{ ja: 'この窓を閉じる', onChoose: () => window.close() }]}
        />
      );
    case 'elsewhere':
      return (
        <StopScreen
          title="講習会デスクは、もう1つの窓で開いています"
          safeJa="データはそのままです。同時に書き込むと内容が食い違うため、この窓では開きません。"
          ways={[{ ...retry, note: 'もう1つの窓を閉じてから選んでください' }]}
        />
      );
    case 'newer':
      return (
        <StopScreen
          title="新しい版のデータです"
          safeJa="このパソコンのデータは、より新しい講習会デスクで書かれています。壊さないよう、この版では開きません。データはそのままです。"
          ways={[{ ...retry, note: '新しい版の講習会デスクを入れてから選んでください' }]}
        />
      );
    case 'otherStore':
      return (
        <StopScreen
          title="データと控えが、別のものです"
          safeJa="この窓のデータと、パソコンに置かれた控えの履歴が食い違っています。どちらも書き換えていません。"
          ways={[
            {
              ...retry,
              note: '控えのフォルダーを入れ替えたときは、元のフォルダーに戻してから選んでください',
            },
          ]}
          code="JOURNAL-OTHER-STORE"
        />
      );
    case 'refused':
      return (
        <StopScreen
          title={opening.refusal.messageJa}
          safeJa="ここまでに保存した内容はそのままです。"
          ways={opening.refusal.code === 'JOURNAL-DAMAGED' ? [retry, mendJournal(connecting, onRetry)] : [retry]}
          code={[opening.refusal.code, opening.refusal.detail].filter(Boolean).join('　')}
        />
      );
  }
}

/** The host keeps the damaged part under another name and goes on with what it can read. */
function mendJournal(connecting: Promise<Connected>, onDone: () => void): Way {
  return {
    ja: '控えを直して開く',
    note: '読めない所は別の名前で残し、読める所から続けます',
    onChoose: () => {
      void connecting.then(async (connected) => {
        if (connected.ok) await connected.host.call('repair-journal', {});
        onDone();
      });
    },
  };
}

/** Faults outside of what React draws go to the local log too. */
function FaultLog({ host }: { readonly host: Host }): ReactNode {
  useEffect(() => {
    const note = (fault: unknown): void => {
      const error = fault instanceof Error ? fault : new Error(String(fault));
      void host.call('log-fault', {
        message: error.message.slice(0, 2000),
        stack: (error.stack ?? '').slice(0, 20_000),
      });
    };
    const onError = (event: ErrorEvent): void => note(event.error ?? event.message);
    const onRejection = (event: PromiseRejectionEvent): void => note(event.reason);
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onRejection);
    return () => {
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection);
    };
  }, [host]);
  return null;
}

/** Says once that the working copy was behind and came back from the journal. */
function RecoveryNotice({ recovered }: { readonly recovered: number }): ReactNode {
  const toast = useToast();
  useEffect(() => {
    if (recovered > 0) toast({ ja: `パソコンの控えから、${recovered}件の変更を取り戻しました` });
  }, [recovered, toast]);
  return null;
}
