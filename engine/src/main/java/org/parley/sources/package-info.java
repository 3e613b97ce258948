/// On which sources does an answer rest, and how few would change it if they were false?
@NullMarked
package org.parley.sources;

import org.jspecify.annotations.NullMarked;
