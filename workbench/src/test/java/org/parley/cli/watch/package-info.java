/// Tests of `parley watch` beyond what literate files can say: files that grow and a clock.
@NullMarked
package org.parley.cli.watch;

import org.jspecify.annotations.NullMarked;
