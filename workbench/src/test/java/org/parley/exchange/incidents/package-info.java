@NullMarked
package org.parley.exchange.incidents;

import org.jspecify.annotations.NullMarked;
