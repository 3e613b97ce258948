/// **Who has access, and what did they view?** Accounts, second factors, sessions, tokens and the
/// audit, in the database of the journal.
///
/// The entry is [Accounts]. Passwords are hashed with Argon2id (RFC 9106). Sessions and tokens are
/// 256 random bits stored as SHA-256, so a stolen database neither signs in nor takes over a
/// session.
@NullMarked
package org.parley.store.people;

import org.jspecify.annotations.NullMarked;
