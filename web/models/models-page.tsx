import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function ModelsPage() {
  return (
    <div className="page">
      <PageHead title="Models" />
      <Empty title="Not built yet" />
    </div>
  );
}
