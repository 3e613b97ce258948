/// **Who is at the table?** Parties with their roles, and bodies with their mandates, members and
/// recesses.
@NullMarked
package org.parley.model.party;

import org.jspecify.annotations.NullMarked;
