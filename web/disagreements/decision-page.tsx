import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function DecisionPage() {
  return (
    <div className="page">
      <PageHead title="Disagreement" />
      <Empty title="Not built yet" />
    </div>
  );
}
