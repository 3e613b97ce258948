/// **Do all accept a package, when nobody may learn who refuses?** An anonymous veto over several
/// packages: every delegation runs its own program, and no server is trusted.
///
/// The protocol is AV-net (Hao and Zieliński 2006) over NIST P-256, with a commitment between its
/// two rounds. Proofs of knowledge are Schnorr proofs, made non-interactive by hashing (RFC 8235).
/// Messages are signed with Ed25519 (RFC 8032). The transcript is a file of canonical JSON lines:
/// terms first, then messages. [VetoTranscript] accepts or refuses a message, and checks a whole
/// file. [VetoDelegation] makes the messages of one party from its secrets.
///
/// It is assumed that discrete logarithms and the decisional Diffie-Hellman problem are hard, and
/// that the hash is a random oracle. Then a complete transcript says of each package whether all
/// accept. It says nothing else, unless all parties but one collude. A round can be broken off, and
/// the file shows by whom. The cost is four exponentiations a package and party to take part, and
/// four to check.
///
/// Nothing here uses another part of Parley but its codes of refusals. So a transcript can be
/// checked where Parley is not installed: see [VetoVerifier].
@NullMarked
package org.parley.veto;

import org.jspecify.annotations.NullMarked;
