import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function AuditsPage() {
  return (
    <div className="page">
      <PageHead title="Blind readings" />
      <Empty title="Not built yet" />
    </div>
  );
}
