/// Tests of the reading of archives.
@NullMarked
package org.parley.job.archive;

import org.jspecify.annotations.NullMarked;
