import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function ReviewPage() {
  return (
    <div className="page">
      <PageHead title="Review" />
      <Empty title="Not built yet" />
    </div>
  );
}
