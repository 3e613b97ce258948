/// **When, as precisely as it was said?** Dates of ISO 8601-2 (EDTF), and how a case counts days.
@NullMarked
package org.parley.model.date;

import org.jspecify.annotations.NullMarked;
