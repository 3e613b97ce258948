/// Tests of the page of the watch.
@NullMarked
package org.parley.web.watch;

import org.jspecify.annotations.NullMarked;
