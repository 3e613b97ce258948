/// **What of a French text can be read offline?** Shares, meetings and documents with their dates,
/// and who is named: by word lists and regular expressions, without models and without stances.
///
/// A sentence is at most [FrenchText#LONGEST] characters. Every pattern has bounded repetitions
/// alone, so the cost is linear in the text.
@NullMarked
package org.parley.reading.french;

import org.jspecify.annotations.NullMarked;
