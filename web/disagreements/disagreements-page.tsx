import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function DisagreementsPage() {
  return (
    <div className="page">
      <PageHead title="Disagreements" />
      <Empty title="Not built yet" />
    </div>
  );
}
