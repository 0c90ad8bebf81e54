import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';

export default function ClaimsPage() {
  return (
    <div className="page">
      <PageHead title="Claims" />
      <Empty title="Not built yet" />
    </div>
  );
}
