/// **Which account does somebody have whom an OpenID provider knows, and in which role?** Accounts
/// are tied to issuer and subject. Groups give roles: in the one case, or in each of many.
@NullMarked
package org.parley.web.oidc;

import org.jspecify.annotations.NullMarked;
