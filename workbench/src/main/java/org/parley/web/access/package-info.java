/// **Who sends a request, and may they?** Authentication, CSRF protection and throttling. Every
/// request passes here first.
/// - A [Authenticator] authenticates: [LocalAuthenticator] treats this machine as the mediator;
///   [AccountAuthenticator] knows accounts, sessions and tokens, and throttles guessing.
/// - [Routes] is the table of all routes; each [Route] names its required access.
/// - [RequestGuard] sets the security headers on every answer and checks CSRF tokens.
///
/// Cost: one lookup in the database of accounts, or none without accounts.
@NullMarked
package org.parley.web.access;

import org.jspecify.annotations.NullMarked;
