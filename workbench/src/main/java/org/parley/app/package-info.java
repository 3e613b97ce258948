/// **How is everything wired?** The one place where commands, pages and case folders are connected,
/// without conditionals.
@NullMarked
package org.parley.app;

import org.jspecify.annotations.NullMarked;
