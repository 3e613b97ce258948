/// How do the pages of the public become files? Which addresses are published, where each stands,
/// and what of a page a reader without a server can use.
@NullMarked
package org.parley.web.publish;

import org.jspecify.annotations.NullMarked;
