/// **Which claims does a text make?** Each clause becomes a claim with its speaker, date, stance
/// and subject, or none. A model learnt from annotated sentences weighs what the rules found.
@NullMarked
package org.parley.reading.rules.claim;

import org.jspecify.annotations.NullMarked;
