@NullMarked
package org.parley.web.api;

import org.jspecify.annotations.NullMarked;
