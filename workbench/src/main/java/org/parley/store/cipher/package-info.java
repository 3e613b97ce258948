/// **How is the file of a journal encrypted at rest?** The operator's key, and the header that says
/// how the key of a file is derived from it.
///
/// H2 encrypts the blocks of a file with AES-128 in XTS. It stretches a password by ten rounds
/// alone, so it is never given one that people choose. Each file has a key of 256 bits of its own.
/// It is derived by HKDF-SHA-256 (RFC 5869) from a random key, by Argon2id (RFC 9106) from a
/// passphrase. Salt and parameters are in the header of the file, so a copy of the file can be
/// opened with the key alone.
///
/// XTS hides contents. It does not show that somebody altered them; the hash chains do.
@NullMarked
package org.parley.store.cipher;

import org.jspecify.annotations.NullMarked;
