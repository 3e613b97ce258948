/// **What does a clause speak of?** Noun phrases are the candidates; rules choose one, and a model
/// learnt from annotated texts has the last word.
@NullMarked
package org.parley.reading.rules.subject;

import org.jspecify.annotations.NullMarked;
