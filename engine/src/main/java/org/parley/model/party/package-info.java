/// **Who is at the table?** Parties with their roles, and the recesses of bodies.
@NullMarked
package org.parley.model.party;

import org.jspecify.annotations.NullMarked;
