@NullMarked
package org.parley.web.publish;

import org.jspecify.annotations.NullMarked;
