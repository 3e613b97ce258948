/// **Who has access, and in which role?** The pages on which the mediator manages accounts, roles
/// and tokens, and on which everybody changes their own password.
@NullMarked
package org.parley.web.people;

import org.jspecify.annotations.NullMarked;
