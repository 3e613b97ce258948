/// **What happened?** An act is done once, on a day, by somebody, to an instrument, point, step or
/// guarantee. Claims say what speakers say of it.
@NullMarked
package org.parley.model.act;

import org.jspecify.annotations.NullMarked;
