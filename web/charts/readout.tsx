/** What the chart says at the place that is pointed at. */
import { type ReactNode, useState } from 'react';

export interface ReadoutLine {
  series: number;
  label: string;
  text: string;
}

/** Index of the column under the pointer, `null` outside; and the strips that notice it. */
export function usePointed(): [pointed: number | null, point: (index: number | null) => void] {
  return useState<number | null>(null);
}

export function PointerStrips({
  edges,
  top,
  bottom,
  onPoint,
}: {
  /** Left and right edge of each column, in pixels. */
  edges: readonly (readonly [number, number])[];
  top: number;
  bottom: number;
  onPoint: (index: number | null) => void;
}) {
  return (
    <g onPointerLeave={() => onPoint(null)}>
      {edges.map(([left, right], index) => (
        <rect
          key={left}
          x={left}
          y={top}
          width={Math.max(0, right - left)}
          height={bottom - top}
          fill="transparent"
          onPointerEnter={() => onPoint(index)}
        />
      ))}
    </g>
  );
}

export function Readout({
  x,
  width,
  title,
  lines,
}: {
  x: number;
  width: number;
  title: ReactNode;
  lines: readonly ReadoutLine[];
}) {
  const onRight = x < width / 2;
  const style = onRight ? { left: x + 10 } : { right: width - x + 10 };
  return (
    <div className="chart-readout" style={style} aria-hidden="true">
      <strong>{title}</strong>
      {lines.map(({ series, label, text }) => (
        <div key={label} className={`series-${series}`}>
          <span className="chart-swatch" />
          <span>{label}</span>
          <b>{text}</b>
        </div>
      ))}
    </div>
  );
}
