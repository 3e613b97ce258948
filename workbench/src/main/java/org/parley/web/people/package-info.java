/// **Who may come in, in which role?** The pages on which the mediator of a case gives accounts,
/// roles and tokens, and on which everybody changes their own password.
@NullMarked
package org.parley.web.people;

import org.jspecify.annotations.NullMarked;
