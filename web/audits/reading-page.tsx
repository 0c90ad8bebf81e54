import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function ReadingPage() {
  return (
    <div className="page">
      <PageHead title="Blind reading" />
      <Empty title="Not built yet" />
    </div>
  );
}
