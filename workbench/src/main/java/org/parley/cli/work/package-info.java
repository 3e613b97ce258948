/// **What is open in the work on a case, at a terminal?** Comments with their replies.
@NullMarked
package org.parley.cli.work;

import org.jspecify.annotations.NullMarked;
