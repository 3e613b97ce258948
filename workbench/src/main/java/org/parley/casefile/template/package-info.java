/// **Which records does the usual shape of a text give?** Guarantees, sequences and rounds begin
/// from a [RecordTemplate]. Parties are chosen for its roles. Each number that no text of the case
/// states is marked as assumed in the record.
///
/// Shapes come from kinds of published texts. Guarantees follow complaint procedures of ceasefires,
/// resolutions with automatic return of measures, and mandates of joint commissions. Sequences
/// follow implementation matrices, and rounds the single negotiating text.
@NullMarked
package org.parley.casefile.template;

import org.jspecify.annotations.NullMarked;
