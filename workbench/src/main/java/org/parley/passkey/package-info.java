/// **Did an authenticator of this server's making answer this challenge?** The server side of
/// WebAuthn: what browsers are asked, and the verification of their answers. It knows no accounts.
///
/// Challenge, origin, RP id, user presence and user verification, signature and counter are
/// verified. Attestation is neither asked for nor verified: any authenticator will do.
///
/// W3C Web Authentication Level 3, sections 7.1 and 7.2; parsing and signatures by webauthn4j.
@NullMarked
package org.parley.passkey;

import org.jspecify.annotations.NullMarked;
