/// **Who may come in, and what did they look at?** Accounts, sessions, tokens and the list of what
/// was seen, in the database of the journal.
///
/// The entry is [People]. Passwords are kept as Argon2id (RFC 9106); of sessions and tokens, which
/// are 256 random bits, only the SHA-256 is kept, so that whoever reads the database can neither
/// sign in nor take over a session.
@NullMarked
package org.parley.store.people;

import org.jspecify.annotations.NullMarked;
