/// Asks validators of other people about files that Parley writes. They bring libraries that do not
/// go with those of the workbench, so tests start them in a process of its own.
@NullMarked
package org.parley.validators;

import org.jspecify.annotations.NullMarked;
