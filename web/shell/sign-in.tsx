import { BrandMark } from './brand.tsx';
import { signInPath } from './places.ts';

/** Shown to a browser that is not signed in. */
export function SignIn({ ended }: { ended: boolean }) {
  return (
    <div className="sign-in">
      <main>
        <BrandMark size={44} />
        <h1>Claim reader</h1>
        <p className="quiet">
          {ended
            ? 'You are signed out. Work that was not submitted is kept in this tab until somebody else signs in.'
            : 'Sign in to see the queue, claims and models of your tenant.'}
        </p>
        <a className="button primary" href={signInPath()}>
          Sign in
        </a>
      </main>
    </div>
  );
}
