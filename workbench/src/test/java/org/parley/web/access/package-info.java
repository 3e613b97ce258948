@NullMarked
package org.parley.web.access;

import org.jspecify.annotations.NullMarked;
