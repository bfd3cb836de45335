import { onSignInNeeded } from './core/api.js';
import { startLive } from './core/live.js';
import { restart, startRouter } from './core/router.js';
import { onSession, refreshSession } from './core/session.js';
import { startShell } from './ui/shell.js';
import { signInAgain } from './ui/sign-in-again.js';

onSignInNeeded(signInAgain);
refreshSession();
startShell();
startRouter();
startLive();
// Somebody else is signed in, or nobody: what stands here may not be theirs. After a sign-in the login page leads on itself.
onSession((user, before) => {
  if (before && user?.id !== before.id) restart();
});
