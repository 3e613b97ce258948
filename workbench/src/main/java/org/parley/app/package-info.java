/// **How does it all come together?** The one place where commands, pages and case folders are
/// wired, without conditionals.
@NullMarked
package org.parley.app;

import org.jspecify.annotations.NullMarked;
