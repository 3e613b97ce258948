/// **Who is at the table, and in which role?** States, unions, coalitions, organisations, armed
/// groups.
@NullMarked
package org.parley.model.party;

import org.jspecify.annotations.NullMarked;
