@NullMarked
package org.parley.web.indicators;

import org.jspecify.annotations.NullMarked;
