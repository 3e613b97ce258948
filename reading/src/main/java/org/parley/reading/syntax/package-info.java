/// **Which dependency arcs does a sentence have?** A transition-based parser (ClearNLP; Choi and
/// McCallum, "Transition-based dependency parsing with selectional branching", 2013). It has
/// reduced models of general English: weights near zero are pruned, the others quantised to eight
/// bits, features hashed. Cost: linear in the sentence; models are loaded on first use.
@NullMarked
package org.parley.reading.syntax;

import org.jspecify.annotations.NullMarked;
