/// **What does this text say, and which of it is recorded?** A text is read in the background and
/// shown with its proposals; each is accepted, edited or dismissed by somebody who may add claims.
/// Texts are kept in memory only, the latest few of each person. Accepted proposals are written
/// through the desk, like any form.
@NullMarked
package org.parley.web.reading;

import org.jspecify.annotations.NullMarked;
