/// **What does this text say, and what of it is to be on record?** A text comes in, is read in the
/// background, and is shown with what was found in it; each proposal is accepted, edited or
/// dismissed by whoever may add claims. Texts are kept in memory only, each for the one who brought
/// it, the latest few of each. What is accepted is written through the desk, as by any form.
@NullMarked
package org.parley.web.reading;

import org.jspecify.annotations.NullMarked;
