/** The comparison as one HTML page that needs nothing beside itself. */
import { CLAIM_FIELDS } from '../../shared/claim-fields.ts';
import type { EvaluationFile } from '../../shared/evaluation/report-schema.ts';
import type { Difference, SideBySide } from '../../shared/evaluation/side-by-side.ts';
import { escaped, fieldBars, reliabilityChart, riskCoverageChart } from './charts.ts';
import { decimals, percent, points, probability, sampled, withInterval } from './figures.ts';
import { COMPARED } from './print-comparison.ts';

const MISTAKES_SHOWN = 15;

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2330; --soft: #5b6475; --paper: #fff; --panel: #f5f6f9; --rule: #d9dde5;
  --s0: #2563b0; --s1: #c2570c; --s2: #12805c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9f0; --soft: #9aa4b6; --paper: #14171d; --panel: #1d212a;
  --rule: #343b48; --s0: #6ea8f0; --s1: #f0954a; --s2: #4cc49a; } }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; }
p { max-width: 46rem; margin: .25rem 0 .75rem; } .soft { color: var(--soft); font-size: .9rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
thead th { color: var(--soft); font-weight: 600; } .wide { overflow-x: auto; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1.5rem; }
figure { margin: 0; } figcaption { color: var(--soft); font-size: .88rem; }
svg { width: 100%; height: auto; } svg text { fill: var(--ink); font: 11px system-ui, sans-serif; }
svg text.small { fill: var(--soft); font-size: 10px; } .grid { stroke: var(--rule); stroke-width: 1; }
.goal { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 4 3; } .whisker { stroke: var(--ink); stroke-width: 1; }
.tick { stroke: var(--ink); stroke-width: 2; } .curve { fill: none; stroke-width: 2; }
${[0, 1, 2].map((i) => `.s${i}.fill { fill: var(--s${i}); opacity: .75; } .s${i}.curve { stroke: var(--s${i}); } .s${i}.dot { fill: var(--s${i}); opacity: .35; } .key.s${i} { background: var(--s${i}); }`).join('\n')}
.key { display: inline-block; width: .8rem; height: .8rem; border-radius: 2px; margin: 0 .35rem 0 0; }
.legend span { margin-right: 1.25rem; } details { margin: .2rem 0; } summary { cursor: pointer; }
code { background: var(--panel); padding: .05rem .3rem; border-radius: 3px; overflow-wrap: anywhere; }
`;

/** `reports` in the order of `comparison.extractors`. */
export function comparisonPage(comparison: SideBySide, reports: readonly EvaluationFile[]): string {
  const legend = `<p class="legend">${reports.map(({ run }, i) => `<span><i class="key s${i}"></i>${escaped(run.extractor)}</span>`).join('')}</p>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ways of extracting, compared</title>
<style>${STYLE}</style>
<h1>Ways of extracting, compared</h1>
<p class="soft">${comparison.n} claims of ${escaped(reports[0]?.run.dataset ?? '')}, the same for all. ${reports.map(({ run }) => escaped(`${run.extractor}: ${run.model} (${run.maturity}), ${sampled(run.sampling)}, ${run.grammar ? 'answers held to the schema' : 'answers written freely'}, ${run.concurrency} claims at once`)).join('. ')}.</p>
${comparedTable(comparison)}
${differences(comparison.differences)}
<h2>Accuracy of each field</h2>
${legend}
<p class="soft">Bars: all labels, with 95 % intervals. Thick ticks: only labels that state a value. The figure on the right belongs to ${escaped(reports[0]?.run.extractor ?? '')}.</p>
${fieldBars(reports)}
<h2>Confidence</h2>
${legend}
<div class="charts">
<figure>${riskCoverageChart(reports)}<figcaption>Risk and coverage: how many values are wrong when only the surest are accepted. Dashed: 1 %.</figcaption></figure>
<figure>${reliabilityChart(reports)}<figcaption>Reliability: what confidence claimed and what was true, in ten bins; larger dots hold more fields. Dashed: a confidence that is exactly true.</figcaption></figure>
</div>
${confidenceTable(reports)}
<h2>Worst fields</h2>
${table(
  ['', ...reports.map(({ run }) => run.extractor)],
  [0, 1, 2, 3, 4].map((rank) => [
    String(rank + 1),
    ...reports.map(({ worstFields }) => {
      const worst = worstFields[rank];
      return worst ? `${CLAIM_FIELDS[worst.key].title} ${percent(worst.accuracy)}` : '';
    }),
  ]),
)}
${groupsTable(reports)}
<h2>Commonest mistakes</h2>
${reports.map(mistakes).join('\n')}
</html>
`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="wide"><table><thead><tr>${head.map((cell) => `<th>${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table></div>`;

const comparedTable = ({ extractors }: SideBySide): string =>
  table(
    ['', ...extractors.map(({ extractor }) => extractor)],
    COMPARED.map(([title, of]) => [title, ...extractors.map(of)]),
  );

function differences(found: readonly Difference[]): string {
  if (found.length === 0) return '';
  return `<h2>Is the difference real?</h2>
<p class="soft">Paired bootstrap over claims: 2,000 draws of whole claims, 95 % intervals, two-sided p.</p>
${table(
  ['', 'points of field accuracy', 'p', 'points over stated values', 'p'],
  found.map(({ extractor, against, fieldAccuracy, nonNullFieldAccuracy }) => [
    `${against} minus ${extractor}`,
    points(fieldAccuracy),
    probability(fieldAccuracy.p),
    points(nonNullFieldAccuracy),
    probability(nonNullFieldAccuracy.p),
  ]),
)}`;
}

const confidenceTable = (reports: readonly EvaluationFile[]): string =>
  table(
    ['', ...reports.map(({ run }) => run.extractor)],
    [
      ['calibration', ...reports.map(({ run }) => run.calibration)],
      ['AUROC', ...reports.map(({ auroc }) => decimals(auroc))],
      ['calibration error', ...reports.map(({ ece }) => decimals(ece))],
      ['errors in the least sure tenth', ...reports.map((report) => percent(report.errorCapture10))],
      ['fields accepted at 1 % error', ...reports.map((report) => percent(report.fieldAutoAcceptAt1pct))],
      ['claims without a person', ...reports.map((report) => percent(report.autoAcceptRate))],
    ],
  );

function groupsTable(reports: readonly EvaluationFile[]): string {
  const groups = Object.entries(reports[0]?.groups ?? {});
  return groups
    .map(
      ([
        grouping,
        members,
      ]) => `<details${grouping === 'layout' ? '' : ' open'}><summary><h2 style="display:inline-block">By ${escaped(grouping)}</h2></summary>
${table(
  [grouping, 'claims', ...reports.map(({ run }) => run.extractor)],
  Object.entries(members).map(([name, { n }]) => [
    name,
    String(n),
    ...reports.map((report) => {
      const group = report.groups[grouping]?.[name];
      return group ? withInterval(group.fieldAccuracy, group.fieldAccuracyInterval) : '–';
    }),
  ]),
)}</details>`,
    )
    .join('\n');
}

const mistakes = ({ run, mistakes }: EvaluationFile): string =>
  `<h3>${escaped(run.extractor)}</h3>${mistakes
    .slice(0, MISTAKES_SHOWN)
    .map(({ key, kind, count, examples }) => {
      const heading = escaped(`${count} × ${CLAIM_FIELDS[key].title}: ${kind.replace('_', ' ')}`);
      if (examples.length === 0) return `<p>${heading}</p>`;
      const shown = examples.map(
        ({ id, expected, predicted }) =>
          `<li>${escaped(id)}: expected <code>${escaped(JSON.stringify(expected))}</code>, read <code>${escaped(JSON.stringify(predicted))}</code></li>`,
      );
      return `<details><summary>${heading}</summary><ul>${shown.join('')}</ul></details>`;
    })
    .join('')}`;
