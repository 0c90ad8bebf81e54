import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function ModelPage() {
  return (
    <div className="page">
      <PageHead title="Model" />
      <Empty title="Not built yet" />
    </div>
  );
}
