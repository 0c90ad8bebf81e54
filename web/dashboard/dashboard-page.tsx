import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function DashboardPage() {
  return (
    <div className="page">
      <PageHead title="Dashboard" />
      <Empty title="Not built yet" />
    </div>
  );
}
