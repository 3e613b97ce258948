/// **What is answered about an edit of a text?** The consequences of each change, agreements to
/// earlier words, and records that rest on changed clauses.
@NullMarked
package org.parley.answer.texts;

import org.jspecify.annotations.NullMarked;
