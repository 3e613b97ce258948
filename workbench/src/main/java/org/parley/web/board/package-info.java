/// **Who stands where, and how complete is it?** The board, the sets of parties that agree, one
/// point, one party.
///
/// Each page has one record that holds what it shows; templates decide nothing but layout.
@NullMarked
package org.parley.web.board;

import org.jspecify.annotations.NullMarked;
