/// **Who does an OpenID provider say that somebody is?** The client of OpenID Connect: discovery,
/// the authorization code flow with PKCE, and the validation of ID tokens. It knows no accounts.
///
/// Every call to the provider is bounded in time and size, and follows no redirect. Nothing of a
/// token is kept, and no secret is in a message.
///
/// OpenID Connect Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0; RFC 6749, 7636, 9207, 9700.
@NullMarked
package org.parley.oidc;

import org.jspecify.annotations.NullMarked;
