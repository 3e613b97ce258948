@NullMarked
package org.parley.web.door;

import org.jspecify.annotations.NullMarked;
