/// **Which questions about the order of steps are answered?** One class of answers a question. Each
/// answer has text, JSON, and whether it is a yes.
@NullMarked
package org.parley.answer.sequence;

import org.jspecify.annotations.NullMarked;
