@NullMarked
package org.parley.web.place;

import org.jspecify.annotations.NullMarked;
