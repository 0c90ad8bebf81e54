/** The page where a claim is reviewed: its packet on the left, its fields on the right, worked with the keyboard. */
import './review.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { FieldKey, FieldValue } from '../../shared/claim-fields.ts';
import type { Evidence, Review } from '../api/queries.ts';
import { DocumentViewer } from '../document/document-viewer.tsx';
import { nameOf } from '../document/pages.ts';
import { useViewer } from '../document/use-viewer.ts';
import { KeyHelp } from '../keys/key-help.tsx';
import type { OpenedFromQueue } from '../queue/queue-table.tsx';
import type { Submitted } from '../queue/submitted.ts';
import { useMe } from '../shell/me.ts';
import { isReviewer } from '../shell/places.ts';
import { editableText } from '../words/typed-value.ts';
import { fieldTitle } from '../words/words.ts';
import { DecisionBar } from './decision-bar.tsx';
import { DeskHead } from './desk-head.tsx';
import { DeskNotices } from './desk-notices.tsx';
import type { FieldCommands } from './field-details.tsx';
import { FieldList } from './field-list.tsx';
import { alternativesOf, placesOf, viewFields, violationsOf } from './field-views.ts';
import { Progress } from './progress.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { type ReviewCommands, reviewKeys } from './review-keys.ts';
import { useReviewWork } from './use-review-work.ts';

export function Desk({ read, onReload }: { read: Review; onReload: () => void }) {
  const me = useMe();
  const work = useReviewWork(read, me);
  const { review, draft, dispatch } = work;
  const { state } = review;
  const [, navigate] = useLocation();
  const views = useMemo(() => viewFields(review, draft.decisions), [review, draft.decisions]);
  const broken = useMemo(() => violationsOf(views), [views]);
  const [unfolded, setUnfolded] = useState(views.doubtful.length === 0);
  const [selected, setSelected] = useState<FieldKey | null>(
    () => draft.typing?.field ?? views.missing[0]?.key ?? views.doubtful[0]?.key ?? null,
  );
  const field = selected ? review.fields[selected] : undefined;
  const viewer = useViewer(review.documents, selected && field ? placesOf(selected, field) : []);
  const [said, setSaid] = useState('');
  const note = useRef<HTMLTextAreaElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const rejection = useRef<HTMLDialogElement>(null);

  const mayWork =
    isReviewer(me) && (state.queue !== 'senior_reviewers' || me.roles.includes('senior_reviewer'));
  const mine = state.holder === me.subject;
  const working = mine && mayWork;

  // Who opens a claim from the queue means to work on it; who follows a link may only want to look. A new
  // version is held by nobody: who worked on the old one goes on.
  const atWork = useRef(useHistoryState<OpenedFromQueue | null>()?.hold === true);
  const asked = useRef<number | null>(null);
  useEffect(() => {
    atWork.current ||= mine;
    if (asked.current === state.version) return;
    asked.current = state.version;
    if (atWork.current && mayWork && state.holder === null) work.hold();
  }, [mine, mayWork, state, work]);

  const { point, jumpTo } = viewer;
  useEffect(() => {
    point(selected && field ? placesOf(selected, field) : []);
    jumpTo(0);
  }, [selected, field, point, jumpTo]);

  const visible = unfolded ? [...views.doubtful, ...views.sure] : views.doubtful;
  const nextMissing = (after: FieldKey | null): FieldKey | null => {
    const at = views.doubtful.findIndex(({ key }) => key === after);
    const later = views.doubtful.slice(at + 1).find(({ decision }) => !decision);
    return (later ?? views.missing.find(({ key }) => key !== after))?.key ?? null;
  };
  const goOn = (from: FieldKey, what: string): void => {
    const next = nextMissing(from);
    setSaid(next ? `${what}. Next: ${fieldTitle(next)}.` : `${what}. Everything doubtful is decided.`);
    if (next) setSelected(next);
  };

  const commands: FieldCommands = {
    select: setSelected,
    confirm(key) {
      if (!working) return;
      dispatch({ type: 'decide', field: key, decision: { decision: 'confirm' } });
      goOn(key, `${fieldTitle(key)} confirmed`);
    },
    correct(key, value: FieldValue) {
      if (!working) return;
      const same = JSON.stringify(value) === JSON.stringify(review.fields[key]?.value);
      // The value as it was read is no correction.
      const decision = same ? ({ decision: 'confirm' } as const) : ({ decision: 'correct', value } as const);
      dispatch({ type: 'decide', field: key, decision });
      goOn(key, `${fieldTitle(key)} ${same ? 'confirmed' : 'corrected'}`);
    },
    withdraw(key) {
      if (!working) return;
      dispatch({ type: 'withdraw', field: key });
      setSaid(`Decision on ${fieldTitle(key)} taken back.`);
    },
    edit(key) {
      const view = [...views.doubtful, ...views.sure].find((each) => each.key === key);
      if (!working || !view) return;
      setSelected(key);
      dispatch({ type: 'type', field: key, text: editableText(view.value) });
    },
    type: (key, text) => dispatch({ type: 'type', field: key, text }),
    stopTyping: () => dispatch({ type: 'stop_typing' }),
    jumpTo,
    placeName: useCallback((evidence: Evidence) => placeName(review, evidence), [review]),
  };

  const decide = async (decision: 'approve' | 'reject', reasonCode: string): Promise<void> => {
    if (!(await work.submit(decision, reasonCode))) return;
    const made = Object.values(draft.decisions);
    const corrected = made.filter((each) => each.decision === 'correct').length;
    const submitted: Submitted = {
      ...{ id: state.id, version: state.version, decision },
      ...{ corrected, confirmed: made.length - corrected },
    };
    navigate('/queue', { state: { submitted } });
  };
  const approve = (): void => {
    const [missing] = views.missing;
    if (!working || work.busy || views.doubtful.length + views.sure.length === 0) return;
    if (draft.typing) {
      setSelected(draft.typing.field);
      setSaid(`Save or cancel what you type in ${fieldTitle(draft.typing.field)} first.`);
    } else if (missing) {
      setSelected(missing.key);
      setSaid(`${fieldTitle(missing.key)} is not decided yet.`);
    } else void decide('approve', draft.reasonCode);
  };

  const onSelected = (run: (key: FieldKey) => void) => (): void => {
    if (selected) run(selected);
  };
  const keyCommands: ReviewCommands = {
    move(by) {
      const at = visible.findIndex(({ key }) => key === selected);
      const to = visible[Math.min(visible.length - 1, Math.max(0, at + by))];
      if (to) setSelected(to.key);
    },
    nextMissing: () => setSelected(nextMissing(selected) ?? selected),
    confirm: onSelected(commands.confirm),
    edit: onSelected(commands.edit),
    notStated: onSelected((key) => commands.correct(key, null)),
    withdraw: onSelected(commands.withdraw),
    useAlternative: (number) =>
      onSelected((key) => {
        const other = field && alternativesOf(key, field)[number - 1];
        if (other) commands.correct(key, other.value);
      })(),
    nextPlace() {
      const places = viewer.marks.length;
      if (places === 0) return setSaid('No place in the documents shows this value.');
      const place = viewer.marks[viewer.mark];
      const page = viewer.pages[viewer.at];
      const there = place && page && place.document === page.document && place.page === page.page;
      jumpTo(there ? (viewer.mark + 1) % places : viewer.mark);
    },
    unfold: () => setUnfolded((now) => !now),
    undo: () => working && dispatch({ type: 'undo' }),
    redo: () => working && dispatch({ type: 'redo' }),
    note: () => note.current?.focus(),
    back: () => desk.current?.querySelector<HTMLElement>('.field.selected .field-line')?.focus(),
    hold: () => mayWork && state.holder === null && work.hold(),
    approve,
    reject: () => working && rejection.current?.showModal(),
  };
  const release = async (): Promise<void> => {
    if (await work.release()) navigate('/queue');
  };

  return (
    <div ref={desk} className="desk">
      <DeskHead review={review} mine={mine} busy={work.busy} onRelease={() => void release()} />
      <div className="desk-notices">
        <DeskNotices work={work} me={me} onReload={onReload} />
      </div>
      <div className="desk-body">
        <DocumentViewer claimId={state.id} documents={review.documents} viewer={viewer} />
        <section className="desk-fields" aria-label="Fields">
          <Progress
            views={views}
            canUndo={working && draft.past.length > 0}
            canRedo={working && draft.future.length > 0}
            onUndo={keyCommands.undo}
            onRedo={keyCommands.redo}
            keys={<KeyHelp groups={reviewKeys(keyCommands, viewer)} />}
          />
          <FieldList
            views={views}
            selected={selected}
            draft={draft}
            violations={broken}
            working={working}
            commands={commands}
            mark={viewer.mark}
            unfolded={unfolded}
            onFold={keyCommands.unfold}
          />
          {working && (
            <DecisionBar
              work={work}
              views={views}
              note={note}
              onApprove={approve}
              onReject={keyCommands.reject}
              onMissing={({ key }) => setSelected(key)}
            />
          )}
        </section>
      </div>
      <RejectDialog
        dialog={rejection}
        work={work}
        onReject={(reasonCode) => void decide('reject', reasonCode)}
      />
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  );
}

function placeName(review: Review, { document, page }: Evidence): string {
  const found = review.documents.find((each) => each.document === document);
  const name = found ? nameOf(found) : 'a document';
  return found && found.pages.length > 1 ? `page ${page} of ${name}` : name;
}
