import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function TimelinePage() {
  return (
    <div className="page">
      <PageHead title="Timeline" />
      <Empty title="Not built yet" />
    </div>
  );
}
