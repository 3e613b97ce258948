/// **Which records fit the rules of a case, but not the course of a settlement?** Ratification
/// before signature, words newer than their source, a red line that its own claim prefers.
///
/// A [Doubt] is a warning: the record stays, and counts as before. Dates that may overlap raise no
/// doubt. The doubts of a view rest on its records alone, so they reveal nothing of hidden ones.
@NullMarked
package org.parley.sense;

import org.jspecify.annotations.NullMarked;
