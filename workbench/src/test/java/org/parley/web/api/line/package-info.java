@NullMarked
package org.parley.web.api.line;

import org.jspecify.annotations.NullMarked;
