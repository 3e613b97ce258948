/// **What can be asked of the order of steps on a command line?** One class of answers a question;
/// each answer is text to read and JSON to go on with, and says whether it is a yes.
@NullMarked
package org.parley.cli.sequence;

import org.jspecify.annotations.NullMarked;
