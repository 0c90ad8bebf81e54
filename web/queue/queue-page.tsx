import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function QueuePage() {
  return (
    <div className="page">
      <PageHead title="Queue" />
      <Empty title="Not built yet" />
    </div>
  );
}
