// The installed program in a real user manager, with a real journal and a real bus. There is one manager and one
// hoursd in it, so the tests come one after the other.

import Testing

@Suite(.serialized, .enabled(if: hasUserManager, needsUserManager))
struct UserManager {}
