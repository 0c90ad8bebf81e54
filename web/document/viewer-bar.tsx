import { documentAddress, type PacketPage } from './pages.ts';
import type { Viewer } from './use-viewer.ts';

export function ViewerBar({ claimId, page, viewer }: { claimId: string; page: PacketPage; viewer: Viewer }) {
  const { at, pages, zoom } = viewer;
  const ofDocument = pages.filter(({ document }) => document === page.document).length;
  return (
    <div className="viewer-bar">
      <div className="viewer-name">
        <span title={page.name}>{page.name}</span>
        <span className="quiet small nowrap" aria-live="polite">
          page {page.page} of {ofDocument}
          {ofDocument !== pages.length && ` · ${at + 1} of ${pages.length} in all`}
          {page.unread && ' · not read'}
        </span>
      </div>
      <IconButton
        label="Page before"
        path="M10 3 5 8l5 5"
        disabled={at === 0}
        onClick={() => viewer.turn(-1)}
      />
      <IconButton
        label="Next page"
        path="m6 3 5 5-5 5"
        disabled={at >= pages.length - 1}
        onClick={() => viewer.turn(1)}
      />
      <span className="viewer-rule" />
      <IconButton label="Smaller" path="M3 8h10" disabled={zoom === 1} onClick={() => viewer.zoomBy(-1)} />
      <button
        type="button"
        className="button bare small viewer-zoom"
        aria-label={`Zoom ${Math.round(zoom * 100)} %: fit to the width`}
        onClick={viewer.fit}
      >
        {Math.round(zoom * 100)} %
      </button>
      <IconButton
        label="Larger"
        path="M3 8h10M8 3v10"
        disabled={zoom >= 3}
        onClick={() => viewer.zoomBy(1)}
      />
      <span className="viewer-rule" />
      {page.hasImage && (
        <button
          type="button"
          className="button bare small"
          aria-pressed={viewer.asText}
          onClick={viewer.toggleText}
        >
          Text
        </button>
      )}
      <a className="button bare small" href={documentAddress(claimId, page.document)} download={page.name}>
        Download
      </a>
    </div>
  );
}

function IconButton({
  label,
  path,
  disabled,
  onClick,
}: {
  label: string;
  path: string;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="button bare small icon"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
