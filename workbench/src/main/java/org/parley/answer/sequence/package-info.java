/// **What can be answered about the order of steps?** One class of answers a question; each answer
/// is text to read and JSON to go on with, and says whether it is a yes.
@NullMarked
package org.parley.answer.sequence;

import org.jspecify.annotations.NullMarked;
